package org.clientele;

/**
 * An order by one field: whole numbers as numbers, text in lower case by code point. Records without a value come last,
 * whatever the direction; of several values the first in order counts.
 *
 * @param variable the variable of the field, for example {@code UserLastname}
 * @param descending whether the last comes first
 */
public record Ordering(String variable, boolean descending) {

    /** From the first to the last. */
    public static Ordering ascending(String variable) {
        return new Ordering(variable, false);
    }

    /** From the last to the first. */
    public static Ordering descending(String variable) {
        return new Ordering(variable, true);
    }
}
