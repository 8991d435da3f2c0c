package org.clientele.admin.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose value of a field that two people changed shall stand. */
public enum Side {
    /** Of who sent the form. */
    MINE,
    /** Of who was quicker. */
    THEIRS;

    /** The name that forms and words have for it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Side> of(String key) {
        return Arrays.stream(values()).filter(side -> side.key().equals(key)).findFirst();
    }
}
