package org.clientele;

/** The record was changed by somebody else since it was read; read it again and repeat the change. */
public final class StaleException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    public StaleException(String message) {
        super(message);
    }
}
