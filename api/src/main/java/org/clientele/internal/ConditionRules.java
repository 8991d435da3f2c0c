package org.clientele.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.Condition;
import org.clientele.InvalidInputException;
import org.clientele.Search;
import org.clientele.field.Field;
import org.clientele.field.FieldType;

/** Whether the conditions of a detailed search make sense, and which sources they do not concern. */
final class ConditionRules {
    private static final int MOST_CONDITIONS = 64;
    private static final int MOST_VALUES = 10_000;
    private static final int MOST_PATTERNS = 64;
    private static final int LONGEST_VALUE = 1000;

    private final MergedFields fields;

    ConditionRules(MergedFields fields) {
        this.fields = fields;
    }

    /**
     * The conditions as sources are to meet them, numbers in their usual form.
     *
     * @throws InvalidInputException that says for each field what is wrong
     */
    List<Condition> checked(Search.Detailed search) throws InvalidInputException {
        checkSize(search);
        Map<String, String> messages = new LinkedHashMap<>();
        List<Condition> checked = new ArrayList<>();
        for (Condition condition : search.conditions()) {
            Optional<String> fault = fault(condition);
            fault.ifPresent(message -> messages.putIfAbsent(condition.variable(), message));
            checked.add(fault.isEmpty() ? usual(condition) : condition);
        }
        if (!messages.isEmpty()) {
            throw new InvalidInputException(messages);
        }
        return checked;
    }

    /** The slots without one of the fields, or with another kind of field there, and why they take no part. */
    Map<String, String> abstaining(List<Condition> conditions, List<Slot> slots) {
        Map<String, String> abstaining = new LinkedHashMap<>();
        for (Slot slot : slots) {
            slot.source()
                    .flatMap(source -> conditions.stream()
                            .flatMap(condition -> reason(source, condition).stream())
                            .findFirst())
                    .ifPresent(reason -> abstaining.put(slot.name(), reason));
        }
        return abstaining;
    }

    private Optional<String> reason(AskedSource source, Condition condition) {
        Optional<Field> own = source.description().field(condition.variable());
        if (own.isEmpty()) {
            return Optional.of("it has no field " + condition.variable());
        }
        boolean number = own.get().type() == FieldType.INT;
        boolean expected = fields.named(condition.variable())
                .map(field -> field.type() == FieldType.INT)
                .orElse(number);
        return number == expected
                ? Optional.empty()
                : Optional.of("its field " + condition.variable() + (number ? " is a number" : " is text"));
    }

    private static void checkSize(Search.Detailed search) throws InvalidInputException {
        if (search.conditions().size() > MOST_CONDITIONS) {
            throw new InvalidInputException("search", "A search has at most " + MOST_CONDITIONS + " conditions.");
        }
        List<Set<String>> lists = Stream.concat(
                        Stream.of(search.customerIds(), search.excludedIds()),
                        search.conditions().stream().map(ConditionRules::texts))
                .toList();
        int values = lists.stream().mapToInt(Set::size).sum();
        if (values > MOST_VALUES) {
            throw new InvalidInputException(
                    "search", "The search has " + values + " values; at most " + MOST_VALUES + " are possible.");
        }
        if (search.customerIds().contains("") || search.excludedIds().contains("")) {
            throw new InvalidInputException("search", "An empty login or customer ID is nobody's; leave it out.");
        }
        if (lists.stream().flatMap(Set::stream).anyMatch(ConditionRules::isTooLong)) {
            throw new InvalidInputException(
                    "search", "A value of the search is too long; at most " + LONGEST_VALUE + " characters fit.");
        }
    }

    private Optional<String> fault(Condition condition) {
        String variable = condition.variable();
        if (MergedFields.isPassword(variable)) {
            return Optional.of(variable + " is a password; passwords cannot be searched.");
        }
        Optional<Field> field = fields.named(variable);
        if (field.isEmpty()) {
            // a source that is away may have it
            return fields.complete() ? Optional.of("No source has a field " + variable + ".") : Optional.empty();
        }
        return condition instanceof Condition.Empty ? Optional.empty() : fault(condition, field.get());
    }

    private static Optional<String> fault(Condition condition, Field field) {
        boolean number = field.type() == FieldType.INT;
        if (condition instanceof Condition.Compare) {
            return number
                    ? Optional.empty()
                    : Optional.of(field.label() + " is text; only numbers are less or greater.");
        }
        if (condition instanceof Condition.Like && number) {
            return Optional.of(field.label() + " is a number; compare it, or name its values.");
        }
        Set<String> texts = texts(condition);
        if (condition instanceof Condition.Like && texts.size() > MOST_PATTERNS) {
            return Optional.of(
                    field.label() + " is compared with too many patterns; at most " + MOST_PATTERNS + " are possible.");
        }
        if (texts.isEmpty() || texts.contains("")) {
            return Optional.of(field.label() + " is compared with nothing; write a value, or ask for empty fields.");
        }
        if (!(condition instanceof Condition.OneOf)) {
            return Optional.empty();
        }
        if (number && !texts.stream().allMatch(text -> number(text).isPresent())) {
            return Optional.of(field.label() + " is a whole number; write digits.");
        }
        Map<String, String> selections = field.selections();
        return selections.isEmpty() || usual(texts, field).stream().allMatch(selections::containsKey)
                ? Optional.empty()
                : Optional.of(field.label() + " is one of " + String.join(", ", selections.keySet()) + ".");
    }

    private Condition usual(Condition condition) {
        Optional<Field> field = fields.named(condition.variable());
        return condition instanceof Condition.OneOf one && field.isPresent()
                ? new Condition.OneOf(one.variable(), usual(one.values(), field.get()))
                : condition;
    }

    private static Set<String> usual(Set<String> values, Field field) {
        return field.type() == FieldType.INT
                ? values.stream()
                        .flatMap(value -> number(value).stream())
                        .map(String::valueOf)
                        .collect(Collectors.toSet())
                : values;
    }

    private static Set<String> texts(Condition condition) {
        if (condition instanceof Condition.OneOf one) {
            return one.values();
        }
        return condition instanceof Condition.Like like ? like.patterns() : Set.of();
    }

    private static boolean isTooLong(String value) {
        return value.codePointCount(0, value.length()) > LONGEST_VALUE;
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
