package org.clientele;

/** A source that the request needs could not be asked. */
public final class SourceUnavailableException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    /** Why a source could not be asked. */
    public enum Reason {
        /** No connection, no TLS, the service's own sign-in refused, or the storage broke down: counts for the breaker. */
        CONNECTION(Outcome.FAILED),
        /** The storage refused this one request; others may succeed. */
        REQUEST(Outcome.FAILED),
        /** No answer in time; the call was cancelled in the driver. */
        TIME_OUT(Outcome.TIMED_OUT),
        /** Not called at all, after earlier failures or because too many calls are under way. */
        SKIPPED(Outcome.SKIPPED),
        /** The service, or the table it needs, is not there at the moment. */
        WAITING(Outcome.WAITING),
        /** The configuration has faults. */
        MISCONFIGURED(Outcome.MISCONFIGURED);

        private final Outcome outcome;

        Reason(Outcome outcome) {
            this.outcome = outcome;
        }

        /** How a list answer reports a source that failed for this reason. */
        public Outcome outcome() {
            return outcome;
        }
    }

    private final Reason reason;
    private final boolean withoutEffect;

    public SourceUnavailableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.withoutEffect = false;
    }

    public SourceUnavailableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.withoutEffect = false;
    }

    private SourceUnavailableException(SourceUnavailableException failure) {
        super(String.valueOf(failure.getMessage()), failure);
        this.reason = failure.reason;
        this.withoutEffect = true;
    }

    /** This failure, of a write that certainly changed nothing: the storage was not told, for example. */
    public SourceUnavailableException withoutEffect() {
        return new SourceUnavailableException(this);
    }

    /**
     * Whether a write that failed so certainly changed nothing. Of another one nobody knows that if it failed for want of a
     * connection or of time.
     */
    public boolean isWithoutEffect() {
        return withoutEffect;
    }

    public Reason reason() {
        return reason;
    }
}
