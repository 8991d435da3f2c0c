package org.clientele.audit;

/**
 * The change of one value.
 *
 * @param field the variable of a field, the key of a preference, or what is said of a relation
 * @param before the value before, empty if there was none
 * @param after the value afterwards, empty if there is none
 */
public record AuditChange(String field, String before, String after) {

    /** The change of a value that stands nowhere, such as a password: both values are empty. */
    public static AuditChange secret(String field) {
        return new AuditChange(field, "", "");
    }

    /** Whether the values are not told: they never were recorded, or were replaced by a mark. */
    public boolean isWithheld() {
        return before.equals(after);
    }

    /** The same with a mark in place of each value that there is. */
    AuditChange marked(String mark) {
        return new AuditChange(field, before.isEmpty() ? "" : mark, after.isEmpty() ? "" : mark);
    }
}
