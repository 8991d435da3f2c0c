package org.clientele.privacy;

import java.util.List;
import org.clientele.field.Field;

/**
 * What becomes of a field of the record.
 *
 * @param field the field
 * @param now its values, at least one, in the order of the source
 * @param fate what becomes of them
 * @param afterwards its value afterwards; empty text if it is emptied
 */
public record FieldPlan(Field field, List<String> now, Fate fate, String afterwards) {

    /** What becomes of a field. */
    public enum Fate {
        /** It stays, since it tells nothing personal, or since nobody wants it to change. */
        KEPT,
        /** It stays although it may tell something personal: it cannot be written. */
        LEFT,
        /** It is empty afterwards. */
        EMPTIED,
        /** It has a neutral value afterwards, since it must not be empty. */
        REPLACED
    }

    public FieldPlan {
        now = List.copyOf(now);
    }
}
