package org.clientele.admin.form;

import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Fields;

/**
 * Says in the administrator's language and with the form's own labels what is wrong with a field, as far as the field's
 * description tells it; whatever else a source refuses stands in the words of the source.
 */
final class FaultWords {
    private final Exchange exchange;
    private final Words words;

    FaultWords(Exchange exchange) {
        this.exchange = exchange;
        this.words = exchange.words();
    }

    /** The sentence for a value that breaks a rule. */
    String invalid(Field field, String message) {
        String value = exchange.text(field.variable()).replace("\r\n", "\n");
        String label = words.label(field);
        if (value.isEmpty()) {
            return field.required() ? words.get("fault.required", label) : message;
        }
        int length = value.codePointCount(0, value.length());
        if (field.maxLength().isPresent() && length > field.maxLength().getAsInt()) {
            return words.get("fault.long", label, length, field.maxLength().getAsInt());
        }
        if (!field.selections().isEmpty() && !field.selections().containsKey(value)) {
            return words.get("fault.choice", label);
        }
        return malformed(field, value, message);
    }

    /** The sentence for a value that somebody else has, or writes at this moment. */
    String taken(Field field, boolean momentary) {
        return words.get(momentary ? "fault.busy" : "fault.taken", words.label(field));
    }

    private String malformed(Field field, String value, String message) {
        if (field.type() == FieldType.INT) {
            return words.get("fault.number", words.label(field));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            return message;
        }
        return switch (field.variable()) {
            case Fields.EMAIL -> words.get("fault.email");
            case Fields.CUSTOMER -> words.get("fault.customer", value);
            default -> message;
        };
    }
}
