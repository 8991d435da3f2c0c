package org.clientele;

import java.util.Locale;

/** Whether and how a source answered one request. */
public enum Outcome {
    /** It answered in full. */
    ANSWERED(true),
    /** It answered with a part only, for example because the directory server limits sizes. */
    TRUNCATED(true),
    /** It did not answer within its {@code answerTimeLimit}; the call was cancelled. */
    TIMED_OUT(false),
    /** The call failed. */
    FAILED(false),
    /** It was not called: its breaker is open after earlier failures, or too many calls are under way. */
    SKIPPED(false),
    /** Its slot is configured, but its service or its table is not there at the moment. */
    WAITING(false),
    /** Its configuration has faults. */
    MISCONFIGURED(false);

    private final boolean answered;

    Outcome(boolean answered) {
        this.answered = answered;
    }

    /** Whether there is an answer at all. */
    public boolean answered() {
        return answered;
    }

    /** The word by which JSON and commands name this outcome, for example {@code timed-out}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
