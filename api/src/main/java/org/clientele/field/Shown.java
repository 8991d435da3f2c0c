package org.clientele.field;

import java.util.Arrays;
import java.util.Optional;

/** Where a field is shown besides the edit form; the fourth column of a map row. */
public enum Shown {
    /** Only in the edit form. */
    FORM(0),
    /** Also in the record view. */
    RECORD(1),
    /** Also in the short view for pickers and tickets. */
    SHORT(2);

    private final int column;

    Shown(int column) {
        this.column = column;
    }

    /** The number that stands in a map row. */
    public int column() {
        return column;
    }

    /** The value that a map row writes as {@code text}. */
    public static Optional<Shown> of(String text) {
        return Arrays.stream(values())
                .filter(s -> Integer.toString(s.column).equals(text))
                .findFirst();
    }
}
