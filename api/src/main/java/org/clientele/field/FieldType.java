package org.clientele.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the storage keeps a value; the sixth column of a map row. */
public enum FieldType {
    /** Text. */
    VAR,
    /** A whole number; how large it may be is what the storage says. */
    INT;

    /** The word that stands in a map row: {@code var} or {@code int}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type that a map row writes as {@code text}, in any case. */
    public static Optional<FieldType> of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
