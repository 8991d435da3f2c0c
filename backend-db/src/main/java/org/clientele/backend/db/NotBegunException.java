package org.clientele.backend.db;

import javax.persistence.PersistenceException;

/** There was no connection for a statement, so that the database was told nothing. */
final class NotBegunException extends PersistenceException {
    private static final long serialVersionUID = 1L;

    NotBegunException(Throwable cause) {
        super("No transaction could be begun", cause);
    }
}
