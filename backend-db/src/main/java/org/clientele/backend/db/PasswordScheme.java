package org.clientele.backend.db;

/** One way of keeping a password that can be checked but not read. Any thread may call. */
interface PasswordScheme {

    /** A new stored form, with a new random salt where the scheme has salts. */
    String encode(String clear);

    /**
     * Whether a stored text is of this scheme and can be checked at a bearable cost. Whoever writes to the table chooses
     * cost and memory: a text that would keep a processor busy for minutes is none that is known.
     */
    boolean recognises(String stored);

    /** Whether a stored text that is recognised is of this password. */
    boolean matches(String clear, String stored);

    /** Whether a stored text that is recognised costs less to guess than a new one. */
    default boolean isOutdated(String stored) {
        return false;
    }
}
