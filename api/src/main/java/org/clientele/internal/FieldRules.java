package org.clientele.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Fault;
import org.clientele.Fault.Kind;
import org.clientele.InvalidInputException;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.field.NumberRange;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.store.DirectoryStore;

/** The rules for single values: required fields, lengths, selections, numbers, characters, e-mail syntax. */
final class FieldRules {
    private static final EmailSyntax EMAIL = new EmailSyntax();

    private static final Set<String> NAMES = Set.of(Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER, Fields.CUSTOMER_ID);

    /** Letters and marks without a shape: Hangul fillers, the empty Braille pattern, the grapheme joiner. */
    private static final Set<Integer> BLANK_LETTERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x034F);

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
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (Field field : source.fields()) {
            String writer = Fields.writer(field, source.fields()).variable();
            String value = values.get(writer);
            if (value != null) {
                fault(field, value).ifPresent(fault -> faults.putIfAbsent(writer, fault));
            }
        }
        for (String variable : values.keySet()) {
            misplaced(variable).ifPresent(fault -> faults.put(variable, fault));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    /** Why no value can be stored under this variable at all. */
    private Optional<Fault> misplaced(String variable) {
        if (variable.equalsIgnoreCase(Fields.PASSWORD)) {
            return Optional.of(Fault.of(Kind.PASSWORD_AS_FIELD, "A password is not set like other fields."));
        }
        Optional<Field> field = source.field(variable);
        if (field.isEmpty()) {
            String message = variable + " is not a field of the source " + source.slot() + ".";
            return Optional.of(Fault.of(Kind.UNKNOWN_FIELD, message, source.slot()));
        }
        Field writer = Fields.writer(field.get(), source.fields());
        return writer.equals(field.get())
                ? Optional.empty()
                : Optional.of(Fault.of(
                        Kind.WRITTEN_ELSEWHERE,
                        field.get().label() + " shows what " + writer.label() + " stores; change that field.",
                        writer.variable(),
                        writer.label()));
    }

    private Optional<Fault> fault(Field field, String value) {
        if (isBlank(value) && field.required()) {
            return Optional.of(required(field));
        }
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return spelling(field, value)
                .or(() -> identity(field, value))
                .or(() -> length(field, value))
                .or(() -> kind(field, value));
    }

    /** What is wrong with a value that nobody has to give and no source stores. */
    static Optional<Fault> offered(Field field, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : spelling(field, value).or(() -> length(field, value)).or(() -> choice(field, value));
    }

    private static Optional<Fault> choice(Field field, String value) {
        boolean allowed = field.selections().isEmpty() || field.selections().containsKey(value);
        return allowed
                ? Optional.empty()
                : Optional.of(Fault.of(
                        Kind.NOT_ALLOWED,
                        field.label() + " must be one of " + field.selections().size() + " values, for example "
                                + field.selections().keySet().iterator().next() + ".",
                        ""));
    }

    static Fault required(Field field) {
        return Fault.of(Kind.REQUIRED, field.label() + " is required.");
    }

    private static Optional<Fault> spelling(Field field, String value) {
        boolean name = NAMES.contains(field.variable());
        return value.codePoints().anyMatch(c -> isForbidden(c) || (name && isInvisible(c)))
                ? Optional.of(Fault.of(
                        Kind.INVISIBLE_CHARACTER, field.label() + " contains an invisible character; remove it."))
                : Optional.empty();
    }

    /** What one part of the system takes for the same login and another does not would be two people with one name. */
    private Optional<Fault> identity(Field field, String value) {
        boolean id = field.storage().equals(source.search().idField());
        return id && !source.search().caseSensitive() && OrderKey.isAmbiguous(value)
                ? Optional.of(Fault.of(
                        Kind.AMBIGUOUS_CASE,
                        field.label()
                                + " has a capital letter that databases write in lower case in different ways (\u0130,"
                                + " or \u03a3 at the end of a word); write it in lower case."))
                : Optional.empty();
    }

    private static Optional<Fault> length(Field field, String value) {
        int length = value.codePointCount(0, value.length());
        int kept = field.variable().equals(Fields.LOGIN) ? DirectoryStore.LONGEST_LOGIN : Integer.MAX_VALUE;
        int most = Math.min(kept, field.maxLength().orElse(Integer.MAX_VALUE));
        return length > most
                ? Optional.of(Fault.of(
                        Kind.TOO_LONG,
                        field.label() + " has " + length + " characters; at most " + most + " fit.",
                        length,
                        most))
                : Optional.empty();
    }

    private Optional<Fault> kind(Field field, String value) {
        if (!field.selections().isEmpty() && !field.selections().containsKey(value)) {
            String allowed = String.join(", ", field.selections().values());
            return Optional.of(Fault.of(Kind.NOT_ALLOWED, field.label() + " must be one of " + allowed + ".", allowed));
        }
        Optional<NumberRange> numbers = field.numbers();
        if (numbers.isPresent() && numbers.get().parse(value).isEmpty()) {
            long least = numbers.get().least();
            long most = numbers.get().most();
            String message = field.label() + " must be a whole number from " + least + " to " + most + ".";
            return Optional.of(Fault.of(Kind.NOT_A_NUMBER, message, least, most));
        }
        boolean email = field.variable().equals(Fields.EMAIL) && checkEmailSyntax;
        return email && !EMAIL.isValid(value)
                ? Optional.of(Fault.of(Kind.NOT_AN_EMAIL, "This is not an e-mail address such as name@example.com."))
                : Optional.empty();
    }

    /**
     * Line breaks and tabs belong to addresses and comments, other control characters nowhere; half an emoji is no text,
     * and what Unicode keeps for programs (U+FFFE and its like) is none either.
     */
    static boolean isForbidden(int codePoint) {
        boolean layout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        boolean noCharacter = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        return (Character.isISOControl(codePoint) && !layout) || loneSurrogate || noCharacter;
    }

    /** What nobody sees in a name, and what therefore only serves to mistake one for another. */
    static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> BLANK_LETTERS.contains(codePoint) || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
        };
    }

    static boolean isBlank(String value) {
        return value.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c));
    }
}
