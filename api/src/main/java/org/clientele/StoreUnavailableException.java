package org.clientele;

/** The directory's own store cannot be reached, and the request needs it. */
public final class StoreUnavailableException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
