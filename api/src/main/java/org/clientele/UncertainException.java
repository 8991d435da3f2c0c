package org.clientele;

/**
 * A source was told to write, and its answer was lost: the record may have been written or not. Whoever wrote looks it up before
 * he tries again.
 */
public final class UncertainException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    public UncertainException(String message, Throwable cause) {
        super(message, cause);
    }
}
