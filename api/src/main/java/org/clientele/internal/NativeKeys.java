package org.clientele.internal;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/**
 * The names of what a record itself tells. No preference has one of them: a program that looks up both by name, as scripts and
 * templates of help desks do, would take the one for the other.
 */
final class NativeKeys {
    /** Compared without regard to case. */
    private static final Set<String> ALWAYS = Set.of(
                    Fields.LOGIN,
                    Fields.PASSWORD,
                    Fields.EMAIL,
                    Fields.CUSTOMER,
                    Fields.FURTHER_CUSTOMERS,
                    Fields.VALIDITY,
                    "UserID",
                    "UserFirstname",
                    "UserLastname",
                    "UserFullname",
                    "CreateTime",
                    "CreateBy",
                    "ChangeTime",
                    "ChangeBy")
            .stream()
            .map(NativeKeys::lower)
            .collect(Collectors.toUnmodifiableSet());

    private NativeKeys() {}

    /** Whether records have it, whatever their source. */
    static boolean isNative(String key) {
        return ALWAYS.contains(lower(key));
    }

    /** Whether the records of a slot have it. */
    static boolean isNative(String key, Slot slot) {
        return isNative(key)
                || slot.status().fields().stream()
                        .map(Field::variable)
                        .anyMatch(variable -> variable.equalsIgnoreCase(key));
    }

    private static String lower(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
