package org.clientele.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.InvalidInputException;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Fields;
import org.clientele.spi.SourceDescription;

/** The rules for single values: required fields, lengths, selections, numbers, characters, e-mail syntax. */
final class FieldRules {
    private static final EmailSyntax EMAIL = new EmailSyntax();

    private static final Set<String> NAMES = Set.of(Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER, Fields.CUSTOMER_ID);

    private final SourceDescription source;
    private final boolean checkEmailSyntax;

    FieldRules(SourceDescription source, boolean checkEmailSyntax) {
        this.source = source;
        this.checkEmailSyntax = checkEmailSyntax;
    }

    /**
     * Checks values that are to be stored.
     *
     * @throws InvalidInputException that says for each field what is wrong
     */
    void check(Map<String, String> values) throws InvalidInputException {
        Map<String, String> messages = new LinkedHashMap<>();
        for (Field field : source.fields()) {
            String value = values.get(field.variable());
            if (value != null) {
                fault(field, value).ifPresent(message -> messages.put(field.variable(), message));
            }
        }
        for (String variable : values.keySet()) {
            if (variable.equals(Fields.PASSWORD)) {
                messages.put(variable, "A password is not set like other fields.");
            } else if (source.field(variable).isEmpty()) {
                messages.put(variable, variable + " is not a field of the source " + source.slot() + ".");
            }
        }
        if (!messages.isEmpty()) {
            throw new InvalidInputException(messages);
        }
    }

    private Optional<String> fault(Field field, String value) {
        if (isBlank(value) && field.required()) {
            return Optional.of(field.label() + " is required.");
        }
        if (value.isEmpty()) {
            return Optional.empty();
        }
        boolean name = NAMES.contains(field.variable());
        if (value.codePoints().anyMatch(c -> isForbidden(c) || (name && isInvisible(c)))) {
            return Optional.of(field.label() + " contains an invisible character; remove it.");
        }
        int length = value.codePointCount(0, value.length());
        if (field.maxLength().isPresent() && length > field.maxLength().getAsInt()) {
            return Optional.of(field.label() + " has " + length + " characters; at most "
                    + field.maxLength().getAsInt() + " fit.");
        }
        if (!field.selections().isEmpty() && !field.selections().containsKey(value)) {
            return Optional.of(field.label() + " must be one of "
                    + String.join(", ", field.selections().values()) + ".");
        }
        if (field.type() == FieldType.INT && !isNumber(value)) {
            return Optional.of(field.label() + " must be a whole number from -2147483648 to 2147483647.");
        }
        boolean email = field.variable().equals(Fields.EMAIL) && checkEmailSyntax;
        return email && !isEmail(value)
                ? Optional.of("This is not an e-mail address such as name@example.com.")
                : Optional.empty();
    }

    /** Line breaks and tabs belong to addresses and comments, other control characters nowhere; half an emoji is no text. */
    private static boolean isForbidden(int codePoint) {
        boolean layout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return (Character.isISOControl(codePoint) && !layout) || loneSurrogate;
    }

    /** What nobody sees in a name, and what therefore only serves to mistake one for another. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isBlank(String value) {
        return value.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c));
    }

    private static boolean isEmail(String value) {
        return EMAIL.isValid(value);
    }

    private static boolean isNumber(String value) {
        try {
            Integer.parseInt(value);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
