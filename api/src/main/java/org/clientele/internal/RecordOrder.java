package org.clientele.internal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.InvalidInputException;
import org.clientele.Ordering;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceDescription;

/** An order of records by their fields, over all sources: what {@link Ordering} describes. */
final class RecordOrder implements Comparator<Hit> {
    private static final int MOST = 8;
    private static final int LONGEST_NUMBER = 100;

    private final List<Ordering> orderings;
    private final MergedFields fields;

    /** @throws InvalidInputException if there is no such field, or one is named twice, or there are too many */
    RecordOrder(List<Ordering> orderings, MergedFields fields) throws InvalidInputException {
        this.orderings = orderings;
        this.fields = fields;
        if (orderings.size() > MOST) {
            throw new InvalidInputException("order", "At most " + MOST + " fields make an order.");
        }
        Set<String> named = new LinkedHashSet<>();
        for (Ordering ordering : orderings) {
            if (!named.add(ordering.variable())) {
                throw new InvalidInputException("order", "The order names " + ordering.variable() + " twice.");
            }
            if (MergedFields.isPassword(ordering.variable())) {
                throw new InvalidInputException("order", "Nothing is ordered by passwords.");
            }
            if (fields.complete() && fields.named(ordering.variable()).isEmpty()) {
                throw new InvalidInputException("order", "No source has a field " + ordering.variable() + ".");
            }
        }
    }

    /** The part of the order that is left among the records of one source; empty if it would sort a field otherwise. */
    Optional<List<Ordering>> within(SourceDescription source) {
        boolean alike = orderings.stream()
                .flatMap(ordering -> source.field(ordering.variable()).stream())
                .allMatch(field -> (field.type() == FieldType.INT) == isNumber(field.variable()));
        return alike
                ? Optional.of(orderings.stream()
                        .filter(ordering -> source.field(ordering.variable()).isPresent())
                        .toList())
                : Optional.empty();
    }

    @Override
    public int compare(Hit one, Hit other) {
        for (Ordering ordering : orderings) {
            int by = isNumber(ordering.variable())
                    ? compare(numbers(one, ordering), numbers(other, ordering), Comparator.naturalOrder(), ordering)
                    : compare(texts(one, ordering), texts(other, ordering), OrderKey.COMPARATOR, ordering);
            if (by != 0) {
                return by;
            }
        }
        return inLists(one, other);
    }

    private static <T> int compare(List<T> one, List<T> other, Comparator<T> comparator, Ordering ordering) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        Comparator<T> directed = ordering.descending() ? comparator.reversed() : comparator;
        return directed.compare(
                one.stream().min(directed).orElseThrow(),
                other.stream().min(directed).orElseThrow());
    }

    private static int inLists(Hit one, Hit other) {
        int byKey =
                OrderKey.COMPARATOR.compare(one.record().key(), other.record().key());
        if (byKey != 0) {
            return byKey;
        }
        int bySlot = Integer.compare(
                one.slot().configured().number(), other.slot().configured().number());
        return bySlot != 0
                ? bySlot
                : OrderKey.COMPARATOR.compare(one.record().id(), other.record().id());
    }

    private boolean isNumber(String variable) {
        return fields.named(variable)
                .map(Field::type)
                .filter(FieldType.INT::equals)
                .isPresent();
    }

    private static List<String> texts(Hit hit, Ordering ordering) {
        return hit.record().fields().getOrDefault(ordering.variable(), List.of()).stream()
                .filter(value -> !value.isEmpty())
                .map(OrderKey::of)
                .toList();
    }

    private static List<BigDecimal> numbers(Hit hit, Ordering ordering) {
        return hit.record().fields().getOrDefault(ordering.variable(), List.of()).stream()
                .flatMap(value -> number(value).stream())
                .toList();
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return value.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
