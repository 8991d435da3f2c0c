package org.clientele.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.field.NumberRange;
import org.clientele.spi.MailString;
import org.clientele.spi.OrderKey;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceRecord;

/** Values on their way into a source: one text per variable. */
final class RecordValues {
    private static final Pattern BLANKS_AROUND =
            Pattern.compile("^[\\p{javaWhitespace}\\p{javaSpaceChar}]+|[\\p{javaWhitespace}\\p{javaSpaceChar}]+$");

    private RecordValues() {}

    /** The values of a new record: new records are valid. */
    static Map<String, String> completed(List<Field> fields, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : Fields.written(fields)) {
            String value = given.getOrDefault(field.variable(), "");
            boolean validity = field.variable().equals(Fields.VALIDITY) && value.isEmpty();
            values.put(field.variable(), validity ? Integer.toString(Validity.VALID.id()) : stripped(field, value));
        }
        given.forEach((variable, value) -> {
            if (!repeats(fields, variable, value, values)) {
                values.putIfAbsent(variable, value);
            }
        });
        return values;
    }

    /** What the storage of a variable gets, whichever variable writes it; empty if nothing does. */
    static String writtenAs(List<Field> fields, String variable, Map<String, String> values) {
        return named(fields, variable)
                .map(field -> Fields.writer(field, fields).variable())
                .map(writer -> values.getOrDefault(writer, ""))
                .orElse("");
    }

    /** Blanks around login, address, customer ID and numbers are nobody's intention; a number is written in one way. */
    static String stripped(Field field, String value) {
        Optional<NumberRange> numbers = field.numbers();
        boolean blanksMean = switch (field.variable()) {
            case Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER, Fields.CUSTOMER_ID -> false;
            default -> numbers.isEmpty();
        };
        String text = blanksMean ? value : BLANKS_AROUND.matcher(value).replaceAll("");
        OptionalLong number = numbers.map(range -> range.parse(text)).orElse(OptionalLong.empty());
        return number.isPresent() ? Long.toString(number.getAsLong()) : text;
    }

    /** Whether the variable only shows what another one writes, and is given nothing else than that. */
    private static boolean repeats(List<Field> fields, String variable, String value, Map<String, String> values) {
        boolean shows = named(fields, variable)
                .filter(field -> !Fields.writer(field, fields).equals(field))
                .isPresent();
        return shows && (value.isEmpty() || value.equals(writtenAs(fields, variable, values)));
    }

    private static Optional<Field> named(List<Field> fields, String variable) {
        return fields.stream()
                .filter(field -> field.variable().equals(variable))
                .findFirst();
    }

    static String of(SourceRecord record, String variable) {
        List<String> values = record.fields().getOrDefault(variable, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** What a source has to compare and to store. */
    static Map<String, RecordChange.Values> change(SourceRecord before, Map<String, String> after) {
        Map<String, RecordChange.Values> fields = new LinkedHashMap<>();
        after.forEach((variable, value) -> fields.put(variable, new RecordChange.Values(of(before, variable), value)));
        return fields;
    }

    /** A record as it was written. */
    static SourceRecord written(String id, String name, Map<String, String> values) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        values.forEach((variable, value) -> {
            if (!value.isEmpty()) {
                fields.put(variable, List.of(value));
            }
        });
        Validity validity =
                Validity.of(values.getOrDefault(Fields.VALIDITY, "")).orElse(Validity.VALID);
        String mailString = MailString.of(List.of(name, values.getOrDefault(Fields.EMAIL, "")));
        return new SourceRecord(OrderKey.of(id), id, name, mailString, Optional.empty(), validity, fields);
    }

    /** A record with some fields written. */
    static SourceRecord written(String id, SourceRecord before, Map<String, String> changed) {
        Map<String, String> values = new LinkedHashMap<>();
        before.fields().keySet().forEach(variable -> values.put(variable, of(before, variable)));
        values.putAll(changed);
        return written(id, before.name(), values);
    }
}
