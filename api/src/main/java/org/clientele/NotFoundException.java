package org.clientele;

/** The record to change does not exist in any source. */
public final class NotFoundException extends DirectoryException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String message) {
        super(message);
    }
}
