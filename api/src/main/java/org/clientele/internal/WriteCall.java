package org.clientele.internal;

import org.clientele.DirectoryException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.UncertainException;

/** One statement of one source, carried out while what it depends on is reserved. */
@FunctionalInterface
interface WriteCall {

    PendingCall<Boolean> start() throws DirectoryException;

    /**
     * Carries it out. Where the answer is lost nobody knows whether it happened: that is what is said, and the values stay
     * reserved for as long as it may still happen.
     *
     * @param id what the record is called in messages
     */
    default void run(String id, AskedSource source, ReservedKeys keys) throws DirectoryException {
        keys.requireTimeFor(source.answerTimeLimit());
        try {
            start().result();
        } catch (SourceUnavailableException e) {
            if (!isLost(e)) {
                throw e;
            }
            keys.keep();
            throw new UncertainException(
                    sentence(String.valueOf(e.getMessage())) + " It is not certain whether \"" + id
                            + "\" was saved: look it up before you try again",
                    e);
        }
    }

    /** Some back ends end what they say with a full stop, others do not. */
    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    /**
     * Whether the call may have been carried out: it was under way, and its back end may have been replaced, or its caller
     * interrupted, meanwhile.
     */
    private static boolean isLost(SourceUnavailableException e) {
        boolean mayHaveHappened = e.reason() == Reason.TIME_OUT
                || e.reason() == Reason.CONNECTION
                || e.getCause() instanceof LinkageError
                || e.getCause() instanceof InterruptedException;
        return mayHaveHappened && !e.isWithoutEffect();
    }
}
