package org.clientele.backend.db;

import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.persistence.queries.ReportQuery;

/**
 * What a query delivers, apart from the condition on its rows.
 *
 * @param name equal for equal forms of one table
 * @param searched the columns in which free text is looked for
 * @param ordered the column whose order positions refer to
 * @param delivery adds the values to deliver and their order
 */
record QueryForm(String name, List<Column> searched, Column ordered, BiConsumer<ReportQuery, Columns> delivery) {
    /** Orders the rows by a column. */
    static void order(ReportQuery report, Columns columns, Column column) {
        columns.order(column).forEach(expression -> report.addOrdering(expression.ascending()));
    }
}
