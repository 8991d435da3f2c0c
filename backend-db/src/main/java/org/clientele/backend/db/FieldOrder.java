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

    void addTo(ReportQuery report, Columns columns) {
        for (Part part : parts) {
            boolean always = part.number() && !part.column().nullable();
            if (!always) {
                report.addOrdering(columns.emptiness(part.column()).ascending());
            }
            Expression value = part.number() ? columns.stored(part.column()) : columns.orderedFold(part.column());
            report.addOrdering(part.descending() ? value.descending() : value.ascending());
        }
    }
}
