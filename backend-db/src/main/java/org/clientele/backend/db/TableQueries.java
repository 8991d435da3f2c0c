package org.clientele.backend.db;

import java.util.List;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceQuery;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.queries.ReportQuery;

/** Makes the queries of one table, keeps them by shape and runs them. */
final class TableQueries {
    /** For {@link #run}: as many rows as there are. */
    static final int ALL = 0;

    private final TableSettings settings;
    private final TableMetadata table;
    private final TableSession session;
    private final QueryShapes shapes = new QueryShapes();

    TableQueries(TableSettings settings, TableMetadata table, TableSession session) {
        this.settings = settings;
        this.table = table;
        this.session = session;
    }

    /** The first rows that the query finds, at most {@code most}. */
    List<Object[]> run(QueryForm form, SourceQuery query, int most, Deadline deadline) {
        QueryShape shape = QueryShape.of(query, form, settings, table, most);
        ReportQuery kept = shapes.get(form.name() + " " + shape.text(), text -> prepared(form, query, most));
        return session.read(kept, shape.values(), deadline).stream()
                .map(row -> (Object[]) row)
                .toList();
    }

    private ReportQuery prepared(QueryForm form, SourceQuery query, int most) {
        ExpressionBuilder entity = new ExpressionBuilder(session.type().getJavaClass());
        Columns columns = new Columns(table, entity);
        ReportQuery report = new ReportQuery(session.type().getJavaClass(), entity);
        SearchTranslation translation = new SearchTranslation(settings, table, columns, form);
        Expression condition = translation.condition(query);
        if (condition != null) {
            report.setSelectionCriteria(condition);
        }
        translation.parameters().forEach(report::addArgument);
        form.delivery().accept(report, columns);
        report.setMaxRows(most);
        report.setReturnType(ReportQuery.ShouldReturnArray);
        session.prepare(report);
        return report;
    }
}
