package org.clientele.backend.db;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceQuery.Position;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.queries.UpdateAllQuery;

/** Moves customer users to another customer ID: one statement moves them all, or the first of very many. */
final class CustomerUserMover {
    /** The most of one statement, so that no transaction gets very large. */
    static final int AT_ONCE = 10_000;

    /** What a busy database writes with time to spare. */
    private static final int PER_SECOND = 2_500;

    private final TableSettings settings;
    private final TableMetadata table;
    private final TableSession session;
    private final TableReader reader;
    private final Audit audit;

    CustomerUserMover(TableSettings settings, TableMetadata table, TableSession session, TableReader reader) {
        this.settings = settings;
        this.table = table;
        this.session = session;
        this.reader = reader;
        this.audit = new Audit(settings, table);
    }

    /** @return how many were moved; 0 only if none is left */
    int move(CustomerMove move, Deadline deadline) throws InvalidInputException, SourceUnavailableException {
        int atOnce = atOnce(deadline);
        Criterion concerned = new Criterion.Detailed(List.of(), Set.of(move.from()), Set.of());
        Optional<Position> last = reader.count(concerned, true, deadline) > atOnce
                ? reader.place(concerned, atOnce, deadline)
                : Optional.empty();
        int moved = update(move, last, deadline);
        // by another order, or where case counts in searches, those up to there may be others
        return moved == 0 && last.isPresent() ? update(move, Optional.empty(), deadline) : moved;
    }

    private static int atOnce(Deadline deadline) {
        long inTime = deadline.remaining().toMillis() * PER_SECOND / 1000;
        return (int) Math.max(1, Math.min(AT_ONCE, inTime));
    }

    private int update(CustomerMove move, Optional<Position> last, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException {
        Field field = settings.description().field(Fields.CUSTOMER).orElseThrow();
        Column customer = table.required(field.storage());
        Column id = table.required(settings.description().search().idField());
        ExpressionBuilder entity = new ExpressionBuilder(session.type().getJavaClass());
        Comparison comparison = new Comparison(new Columns(table, entity), table.family());
        Expression condition =
                comparison.same(customer, move.from(), move.anyCase()).and(comparison.another(customer, move.to()));
        if (last.isPresent()) {
            condition = condition.and(comparison.upTo(id, last.get().key()));
        }
        Map<Column, Object> after = new LinkedHashMap<>();
        after.put(customer, FieldValue.parsed(field, customer, move.to()));
        after.putAll(audit.change(move.actor()));
        UpdateAllQuery update = new UpdateAllQuery(session.type().getJavaClass(), entity);
        after.forEach((column, value) -> comparison.write(update, column, value));
        update.setSelectionCriteria(condition);
        comparison.declare(update);
        update.setShouldDeferExecutionInUOW(false);
        return session.write(update, comparison.values(), deadline);
    }
}
