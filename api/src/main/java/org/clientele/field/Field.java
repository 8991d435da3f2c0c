package org.clientele.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of a source's map (manual page <i>Customer Users</i>, <i>Map</i>): a variable, where the storage keeps it and how
 * screens show it.
 *
 * @param variable the name in forms, JSON and commands, for example {@code UserFirstname}
 * @param label the English label for people; screens translate it
 * @param storage the column or attribute
 * @param shown where the record view shows the field
 * @param required whether an empty value is refused
 * @param type how the storage keeps the value
 * @param link a template of a link around the value, empty for none
 * @param readOnly whether the field is set once and never changed
 * @param linkTarget the {@code target} of the link, ignored without link
 * @param linkClasses the CSS classes of the link, ignored without link
 * @param maxLength the most characters (code points) that the storage takes, empty if it has no limit or is not known yet
 * @param selections value to label where only these values are allowed, empty for free text
 * @param range the numbers that the storage takes, empty if it keeps text or is not known yet
 */
public record Field(
        String variable,
        String label,
        String storage,
        Shown shown,
        boolean required,
        FieldType type,
        String link,
        boolean readOnly,
        String linkTarget,
        String linkClasses,
        OptionalInt maxLength,
        Map<String, String> selections,
        Optional<NumberRange> range) {

    public Field {
        selections = Collections.unmodifiableMap(new LinkedHashMap<>(selections));
    }

    /** A field of whose numbers nothing is known yet. */
    public Field(
            String variable,
            String label,
            String storage,
            Shown shown,
            boolean required,
            FieldType type,
            String link,
            boolean readOnly,
            String linkTarget,
            String linkClasses,
            OptionalInt maxLength,
            Map<String, String> selections) {
        this(
                variable,
                label,
                storage,
                shown,
                required,
                type,
                link,
                readOnly,
                linkTarget,
                linkClasses,
                maxLength,
                selections,
                Optional.empty());
    }

    /** A field of which nothing but the variable is known, because its source is away. */
    public static Field named(String variable) {
        return new Field(
                variable,
                variable,
                variable,
                Shown.RECORD,
                false,
                FieldType.VAR,
                "",
                false,
                "",
                "",
                OptionalInt.empty(),
                Map.of());
    }

    /** The numbers that the field takes, empty if it takes any text. */
    public Optional<NumberRange> numbers() {
        return range.isPresent() || type == FieldType.VAR ? range : Optional.of(NumberRange.WIDEST);
    }

    /** The same field with what its storage takes: so many characters, these numbers. */
    public Field withLimits(OptionalInt length, Optional<NumberRange> numbers) {
        return new Field(
                variable,
                label,
                storage,
                shown,
                required,
                type,
                link,
                readOnly,
                linkTarget,
                linkClasses,
                length,
                selections,
                numbers);
    }

    /** The same field with these allowed values. */
    public Field withSelections(Map<String, String> values) {
        return new Field(
                variable,
                label,
                storage,
                shown,
                required,
                type,
                link,
                readOnly,
                linkTarget,
                linkClasses,
                maxLength,
                values,
                range);
    }

    /** The row as a configuration writes it, {@code |} and {@code \} in its columns escaped by a backslash. */
    public String row() {
        return String.join(
                " | ",
                escape(variable),
                escape(label),
                escape(storage),
                Integer.toString(shown.column()),
                required ? "1" : "0",
                type.column(),
                escape(link),
                readOnly ? "1" : "0",
                escape(linkTarget),
                escape(linkClasses));
    }

    private static String escape(String column) {
        return column.replace("\\", "\\\\").replace("|", "\\|");
    }
}
