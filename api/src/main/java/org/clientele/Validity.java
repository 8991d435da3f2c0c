package org.clientele;

import java.util.List;
import java.util.Optional;

/**
 * Whether a customer user or a customer may be used. Records are never deleted, they become invalid (manual page
 * <i>Customer Users</i>, <i>Validity</i>).
 */
public enum Validity {
    VALID(1, "valid"),
    INVALID(2, "invalid"),
    INVALID_TEMPORARILY(3, "invalid-temporarily");

    private static final List<Validity> ALL = List.of(values());

    private final int id;
    private final String number;
    private final String key;

    Validity(int id, String key) {
        this.id = id;
        this.number = Integer.toString(id);
        this.key = key;
    }

    /** The number by which tables store this validity. */
    public int id() {
        return id;
    }

    /** The word by which files, screens and JSON name this validity, for example {@code invalid-temporarily}. */
    public String key() {
        return key;
    }

    /** The validity that a table stores as {@code id}, empty for any other number. */
    public static Optional<Validity> ofId(int id) {
        return ALL.stream().filter(v -> v.id == id).findFirst();
    }

    /** The validity named by {@code text}, a number or a word as {@link #id} and {@link #key} give it. */
    public static Optional<Validity> of(String text) {
        for (Validity validity : ALL) {
            if (validity.number.equals(text) || validity.key.equals(text)) {
                return Optional.of(validity);
            }
        }
        return Optional.empty();
    }
}
