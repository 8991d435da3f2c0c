package org.clientele.backend.db;

/** A field that the map calls a number is kept as text, so that the database cannot compare it. */
final class NotComparableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotComparableException(Column column) {
        super("The column '" + column.name() + "' holds text, so it cannot be compared as a number; "
                + "make it a number column, or its type in the map var");
    }
}
