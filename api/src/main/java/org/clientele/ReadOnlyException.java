package org.clientele;

/** The source does not accept changes. */
public final class ReadOnlyException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    public ReadOnlyException(String message) {
        super(message);
    }
}
