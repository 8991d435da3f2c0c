package org.clientele;

/**
 * A request that the directory could not carry out. There is one subclass per cause that a caller treats differently; the
 * message is one sentence for people and holds neither secrets nor stored values.
 */
public abstract sealed class DirectoryException extends Exception
        permits AlreadyExistsException,
                InvalidInputException,
                NotFoundException,
                ReadOnlyException,
                SourceUnavailableException,
                StaleException,
                StoreUnavailableException,
                SuspendedException,
                UncertainException {
    private static final long serialVersionUID = 1L;

    DirectoryException(String message) {
        super(message);
    }

    DirectoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
