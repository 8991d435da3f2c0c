package org.clientele.backend.db;

import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.field.Field;
import org.jspecify.annotations.Nullable;

/** A field's text as its column stores it. */
final class FieldValue {
    private FieldValue() {}

    /** The value to store: an empty text is a missing value where the column allows that. */
    static @Nullable Object parsed(Field field, Column column, String text) throws InvalidInputException {
        if (text.isEmpty()) {
            return column.nullable() ? null : column.kind().empty();
        }
        try {
            return column.kind().parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field.variable(), Fault.notStorable(field.label()));
        }
    }
}
