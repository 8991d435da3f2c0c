package org.clientele.audit;

/** What became of what was to be done. */
public enum AuditOutcome {
    /**
     * It was to be done, and nothing else is known: it is being done at this moment, or whoever did it died, or could not say
     * how it went.
     */
    INTENDED,
    /** It was done. */
    DONE,
    /** A rule was against it, or somebody else was faster; nothing was changed. */
    REFUSED,
    /** A source, or the store, could not do it. */
    FAILED,
    /** The answer was lost: it may have been done. */
    UNCERTAIN
}
