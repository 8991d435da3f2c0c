package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.Condition;
import org.clientele.spi.Criterion;
import org.clientele.spi.TextPattern;

/**
 * One condition of a detailed search on one column. All terms of a search hold together.
 *
 * @param column the column
 * @param test how its value is compared
 * @param values what it is compared with, text or as the column keeps it
 */
record FieldTerm(Column column, Test test, List<Object> values) {

    /** How a column is compared. */
    enum Test {
        ONE_OF,
        NONE_OF,
        /** As {@link #ONE_OF}, its values one JSON array. */
        IN_ARRAY,
        /** As {@link #NONE_OF}, its values one JSON array. */
        NOT_IN_ARRAY,
        LIKE,
        EMPTY,
        FILLED,
        LESS,
        AT_MOST,
        AT_LEAST,
        GREATER,
        NEVER
    }

    FieldTerm {
        values = List.copyOf(values);
    }

    /** @throws NotComparableException if numbers are looked for in a column that holds none */
    static List<FieldTerm> of(Criterion.Detailed search, TableSettings settings, TableMetadata table) {
        List<FieldTerm> terms = new ArrayList<>();
        for (Condition condition : search.conditions()) {
            terms.add(of(condition, column(condition, settings, table), table.family()));
        }
        if (!search.customerIds().isEmpty()) {
            terms.add(oneOf(table.required(settings.customerColumn()), search.customerIds()));
        }
        if (!search.excludedIds().isEmpty()) {
            Column id = table.required(settings.description().search().idField());
            terms.add(new FieldTerm(id, Test.NONE_OF, List.copyOf(search.excludedIds())));
        }
        return terms.stream().map(term -> term.packed(table.family())).toList();
    }

    /** The same, its texts as one value if they are too many for the database otherwise. */
    private FieldTerm packed(DatabaseFamily family) {
        boolean list = test == Test.ONE_OF || test == Test.NONE_OF;
        if (!list || !family.wantsArray(values.size()) || !(values.get(0) instanceof String)) {
            return this;
        }
        return new FieldTerm(
                column, test == Test.ONE_OF ? Test.IN_ARRAY : Test.NOT_IN_ARRAY, List.of(JsonArray.of(values)));
    }

    /** What two terms have in common that differ in their values alone. */
    String shape() {
        String name = column.name();
        return " " + test + " " + name.length() + ":" + name + " " + QueryShape.padded(values.size());
    }

    private static Column column(Condition condition, TableSettings settings, TableMetadata table) {
        return settings.description()
                .field(condition.variable())
                .map(field -> table.required(field.storage()))
                .orElseThrow(() -> new IllegalStateException("No field " + condition.variable()));
    }

    private static FieldTerm of(Condition condition, Column column, DatabaseFamily family) {
        if (condition instanceof Condition.OneOf one) {
            return oneOf(column, one.values());
        }
        if (condition instanceof Condition.Like like) {
            Stream<Object> patterns =
                    like.patterns().stream().map(TextPattern::of).map(pattern -> Likeness.of(pattern, family));
            return new FieldTerm(column, Test.LIKE, patterns.toList());
        }
        if (condition instanceof Condition.Empty empty) {
            return new FieldTerm(column, empty.empty() ? Test.EMPTY : Test.FILLED, List.of());
        }
        Condition.Compare compare = (Condition.Compare) condition;
        if (column.kind() != ColumnKind.INTEGER && column.kind() != ColumnKind.DECIMAL) {
            throw new NotComparableException(column);
        }
        return new FieldTerm(column, Test.valueOf(compare.comparison().name()), List.of(compare.bound()));
    }

    /** Values are those that records show; a text that no value of the column is shown as finds nothing. */
    private static FieldTerm oneOf(Column column, Collection<String> values) {
        List<Object> stored = values.stream()
                .flatMap(value -> stored(column.kind(), value).stream())
                .toList();
        return new FieldTerm(column, stored.isEmpty() ? Test.NEVER : Test.ONE_OF, stored);
    }

    private static Optional<Object> stored(ColumnKind kind, String value) {
        if (kind != ColumnKind.INTEGER && kind != ColumnKind.BOOLEAN && kind != ColumnKind.TIMESTAMP) {
            return Optional.of(value);
        }
        try {
            return Optional.of(kind.parse(value))
                    .filter(parsed -> kind.text(parsed).equals(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
