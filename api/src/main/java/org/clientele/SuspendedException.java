package org.clientele;

/**
 * The login belongs to another person than the one that preferences, tokens and the like were given to. They are withheld from
 * whoever has the login now.
 */
public final class SuspendedException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    public SuspendedException(String message) {
        super(message);
    }
}
