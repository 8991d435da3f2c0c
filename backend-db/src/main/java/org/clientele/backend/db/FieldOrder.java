package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.Ordering;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.queries.ReportQuery;

/** An order by fields: numbers as numbers, text in lower case by code point, what is empty behind the rest. */
final class FieldOrder {
    private final List<Part> parts = new ArrayList<>();

    private record Part(Column column, boolean number, boolean descending) {
        private boolean isPossible() {
            return !number || column.kind() == ColumnKind.INTEGER || column.kind() == ColumnKind.DECIMAL;
        }

        private String shape() {
            return (descending ? " -" : " +") + column.name().length() + ":" + column.name();
        }
    }

    FieldOrder(List<Ordering> orderings, TableSettings settings, TableMetadata table) {
        for (Ordering ordering : orderings) {
            Field field = settings.description().field(ordering.variable()).orElseThrow();
            Column column = table.required(field.storage());
            parts.add(new Part(column, field.type() == FieldType.INT, ordering.descending()));
        }
    }

    /** Whether the database can keep it: numbers in a text column have another order there. */
    boolean isPossible() {
        return parts.stream().allMatch(Part::isPossible);
    }

    String shape() {
        return parts.stream().map(Part::shape).collect(Collectors.joining());
    }

    /**
     * Whether the rows with a text in the first field are better asked for by themselves: an index has them in order, but not
     * that those without one are behind them.
     */
    boolean isBetterInTwo(DatabaseFamily family) {
        return family.sortsBehindIndex() && parts.stream().limit(1).noneMatch(Part::number);
    }

    void addTo(ReportQuery report, Columns columns) {
        parts.forEach(part -> add(part, report, columns));
    }

    /** Of the rows with a text in the first field. */
    void addToFilled(ReportQuery report, Columns columns) {
        Part first = parts.get(0);
        restrict(report, columns.isFilled(first.column()));
        addValue(first, report, columns);
        addRest(report, columns);
    }

    /** Of the other rows. */
    void addToEmpty(ReportQuery report, Columns columns) {
        restrict(report, columns.isEmpty(parts.get(0).column()));
        addRest(report, columns);
    }

    private void addRest(ReportQuery report, Columns columns) {
        parts.stream().skip(1).forEach(part -> add(part, report, columns));
    }

    private static void add(Part part, ReportQuery report, Columns columns) {
        boolean always = part.number() && !part.column().nullable();
        if (!always) {
            report.addOrdering(columns.emptiness(part.column()).ascending());
        }
        addValue(part, report, columns);
    }

    private static void addValue(Part part, ReportQuery report, Columns columns) {
        Expression value = part.number() ? columns.stored(part.column()) : columns.orderedFold(part.column());
        report.addOrdering(part.descending() ? value.descending() : value.ascending());
    }

    private static void restrict(ReportQuery report, Expression condition) {
        Expression before = report.getSelectionCriteria();
        report.setSelectionCriteria(before == null ? condition : before.and(condition));
    }
}
