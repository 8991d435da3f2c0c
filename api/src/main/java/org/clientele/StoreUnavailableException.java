package org.clientele;

/** The directory's own store cannot be reached, and the request needs it. */
public final class StoreUnavailableException extends DirectoryException {
    /** What people are told while the store is away, in English; a notice with this text can be said in other languages. */
    public static final String NOTICE =
            "The directory's own store cannot be reached: records can be looked up and listed, but nothing"
                    + " can be changed. Check the database that etc/org.ops4j.datasource-clientele.cfg names, and the log."
                    + " Once the database answers, this goes away by itself.";

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
