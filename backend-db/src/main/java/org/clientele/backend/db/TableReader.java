package org.clientele.backend.db;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.queries.ReportQuery;

/** Looks records up and lists them. */
final class TableReader {
    /** Logins that differ by case alone, in a table that allows them. */
    private static final int MOST_OF_ONE_KEY = 16;

    /** For the only record of a unique key: a limit and an order would be planned and kept for it each time. */
    private static final int ALL_UNORDERED = 0;

    private final TableSettings settings;
    private final TableMetadata table;
    private final TableSession session;
    private final RecordReader records;
    private final QueryShapes shapes = new QueryShapes();
    private final boolean unique;

    TableReader(TableSettings settings, TableMetadata table, TableSession session) {
        this.settings = settings;
        this.table = table;
        this.session = session;
        this.records = new RecordReader(settings, table);
        this.unique = table.isUniqueByKey(table.required(search().idField()));
    }

    Optional<SourceRecord> find(String id, Deadline deadline) {
        SourceQuery query = new SourceQuery(new Criterion.Ids(Set.of(id)), Optional.empty(), MOST_OF_ONE_KEY, true);
        List<SourceRecord> found = rows(query, unique ? ALL_UNORDERED : MOST_OF_ONE_KEY, deadline);
        return found.stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    SourcePage search(SourceQuery query, Deadline deadline) {
        if (query.criterion() instanceof Criterion.Ids ids && ids.ids().isEmpty()) {
            return new SourcePage(List.of(), false, false);
        }
        int limit = Math.min(query.limit(), settings.description().search().requestLimit());
        List<SourceRecord> found = rows(query, limit + 1, deadline);
        boolean more = found.size() > limit;
        return new SourcePage(more ? found.subList(0, limit) : found, more, false);
    }

    private List<SourceRecord> rows(SourceQuery query, int most, Deadline deadline) {
        QueryShape shape = QueryShape.of(query, search(), table, most);
        ReportQuery kept = shapes.get(shape.text(), text -> prepared(query, most));
        return session.read(kept, shape.values(), deadline).stream()
                .map(row -> records.read((Object[]) row))
                .toList();
    }

    private ReportQuery prepared(SourceQuery query, int most) {
        ExpressionBuilder entity = new ExpressionBuilder(session.type().getJavaClass());
        Columns columns = new Columns(table, entity);
        ReportQuery report = new ReportQuery(session.type().getJavaClass(), entity);
        records.select(report, columns);
        SearchTranslation translation = new SearchTranslation(settings, table, columns);
        Expression condition = translation.condition(query);
        if (condition != null) {
            report.setSelectionCriteria(condition);
        }
        translation.parameters().forEach(name -> report.addArgument(name, String.class));
        if (most != ALL_UNORDERED) {
            order(report, columns);
            report.setMaxRows(most);
        }
        report.setReturnType(ReportQuery.ShouldReturnArray);
        session.prepare(report);
        return report;
    }

    /** By the key alone where that is unique: an index then delivers the order by itself. */
    private void order(ReportQuery report, Columns columns) {
        Column id = table.required(search().idField());
        report.addOrdering(columns.key(id).ascending());
        if (!table.isUniqueByKey(id)) {
            if (!columns.isExactKey(id)) {
                report.addOrdering(columns.orderedFold(id).ascending());
            }
            report.addOrdering(columns.exact(id).ascending());
        }
    }

    private SearchSettings search() {
        return settings.description().search();
    }
}
