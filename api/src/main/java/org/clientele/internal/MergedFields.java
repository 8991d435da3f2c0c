package org.clientele.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.field.Field;

/** The fields of several slots: each variable once, as the first slot defines it, with the allowed values of all. */
final class MergedFields {
    private static final Pattern PASSWORD = Pattern.compile("(?i).*(password|pw)[0-9]*");

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final boolean complete;

    MergedFields(List<Slot> slots) {
        complete = slots.stream().allMatch(slot -> slot.source().isPresent());
        slots.stream()
                .flatMap(slot -> slot.source().stream())
                .flatMap(source -> source.fields().stream())
                .filter(field -> !isPassword(field.variable()))
                .forEach(field -> fields.merge(field.variable(), field, MergedFields::withSelectionsOfBoth));
    }

    /** Whether the name of a variable says that passwords are kept there. */
    static boolean isPassword(String variable) {
        return PASSWORD.matcher(variable).matches();
    }

    Collection<Field> all() {
        return fields.values();
    }

    Optional<Field> named(String variable) {
        return Optional.ofNullable(fields.get(variable));
    }

    /** Whether no slot's fields are unknown because its service is away. */
    boolean complete() {
        return complete;
    }

    private static Field withSelectionsOfBoth(Field earlier, Field later) {
        Map<String, String> selections = new LinkedHashMap<>(earlier.selections());
        later.selections().forEach(selections::putIfAbsent);
        return earlier.withSelections(selections);
    }
}
