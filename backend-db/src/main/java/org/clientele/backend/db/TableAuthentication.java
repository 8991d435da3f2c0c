package org.clientele.backend.db;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.spi.Deadline;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.queries.ReportQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares passwords with what the table holds. The only place that reads the password column. */
final class TableAuthentication {
    private static final Logger LOG = LoggerFactory.getLogger(TableAuthentication.class);

    private final TableSettings settings;
    private final TableMetadata table;
    private final TableSession session;
    private final PasswordHash hash;
    private final AtomicBoolean told = new AtomicBoolean();

    TableAuthentication(TableSettings settings, TableMetadata table, TableSession session, PasswordHash hash) {
        this.settings = settings;
        this.table = table;
        this.session = session;
        this.hash = hash;
    }

    /** The stored form of the password if it is the one of a valid record, else empty. */
    Optional<String> accepted(String id, Password password, Deadline deadline) throws SourceUnavailableException {
        Optional<Object[]> row = row(id, deadline);
        Optional<String> stored = row.map(TableAuthentication::stored).filter(text -> !text.isEmpty());
        stored.ifPresent(this::tellOfUnknownFormat);
        boolean accepted =
                hash.accepts(password, stored, row.filter(this::isValid).isPresent(), deadline);
        return accepted ? stored : Optional.empty();
    }

    private Optional<Object[]> row(String id, Deadline deadline) {
        Optional<Column> password = passwordColumn();
        if (password.isEmpty()) {
            return Optional.empty();
        }
        ExpressionBuilder entity = new ExpressionBuilder(session.type().getJavaClass());
        Columns columns = new Columns(table, entity);
        Comparison comparison = new Comparison(columns, table.family());
        Expression condition = comparison.sameId(table.required(idColumn()), id);
        ReportQuery query = new ReportQuery(session.type().getJavaClass(), entity);
        query.addAttribute(password.get().name());
        table.column(settings.validColumn()).ifPresent(column -> query.addAttribute(column.name()));
        query.setSelectionCriteria(condition);
        comparison.declare(query);
        query.setMaxRows(1);
        query.setReturnType(ReportQuery.ShouldReturnArray);
        session.prepare(query);
        List<?> rows = session.read(query, comparison.values(), deadline);
        return rows.stream().map(row -> (Object[]) row).findFirst();
    }

    /** Columns of a fixed width fill their values up with blanks. */
    private static String stored(@Nullable Object[] row) {
        return row[0] == null ? "" : String.valueOf(row[0]).stripTrailing();
    }

    private boolean isValid(Object[] row) {
        Optional<Column> column = table.column(settings.validColumn());
        return column.isEmpty() || Validity.of(column.get().kind().text(row[1])).equals(Optional.of(Validity.VALID));
    }

    private void tellOfUnknownFormat(String stored) {
        if (PasswordFormat.of(stored).isEmpty() && !told.getAndSet(true)) {
            LOG.warn(
                    "{} has passwords in a form that is not known, or that would take too long to check;"
                            + " nobody signs in with one of them until it is set anew",
                    settings.description().slot());
        }
    }

    private Optional<Column> passwordColumn() {
        return settings.passwordField().flatMap(field -> table.column(field.storage()));
    }

    private String idColumn() {
        return settings.description().search().idField();
    }
}
