package org.clientele.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.MailString;
import org.clientele.spi.OrderKey;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceRecord;

/** Values on their way into a source: one text per variable. */
final class RecordValues {
    private RecordValues() {}

    /** The values of a new record: new records are valid. */
    static Map<String, String> completed(List<Field> fields, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            String value = given.getOrDefault(field.variable(), "");
            boolean validity = field.variable().equals(Fields.VALIDITY) && value.isEmpty();
            if (!field.variable().equals(Fields.PASSWORD)) {
                values.put(field.variable(), validity ? Integer.toString(Validity.VALID.id()) : stripped(field, value));
            }
        }
        given.forEach(values::putIfAbsent);
        return values;
    }

    /** Blanks around login, address and customer ID are nobody's intention. */
    static String stripped(Field field, String value) {
        return switch (field.variable()) {
            case Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER, Fields.CUSTOMER_ID -> value.strip();
            default -> value;
        };
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
