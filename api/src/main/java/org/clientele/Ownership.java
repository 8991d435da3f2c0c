package org.clientele;

import java.util.Locale;

/** How sure it is that the source of a record is the owner of its login: the first source in order that has it. */
public enum Ownership {
    /** Every earlier source that counts was asked, or the directory remembers this owner. */
    CONFIRMED,
    /** An earlier source could not be asked and nothing is remembered: for display only, not for writing or signing in. */
    UNCONFIRMED;

    /** The word by which JSON names this value: {@code confirmed} or {@code unconfirmed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
