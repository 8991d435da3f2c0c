package org.clientele.backend.db;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.Deadline;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.eclipse.persistence.dynamic.DynamicEntity;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.queries.InsertObjectQuery;
import org.eclipse.persistence.queries.UpdateAllQuery;

/** Adds and changes records, each with one statement. */
final class TableWriter {
    private static final String VALID = "1";

    private final TableSettings settings;
    private final TableMetadata table;
    private final TableSession session;
    private final Audit audit;
    private final PasswordHash hash;

    TableWriter(TableSettings settings, TableMetadata table, TableSession session, PasswordHash hash) {
        this.settings = settings;
        this.table = table;
        this.session = session;
        this.audit = new Audit(settings, table);
        this.hash = hash;
    }

    void add(NewRecord record, Deadline deadline) throws InvalidInputException, SourceUnavailableException {
        DynamicEntity entity = session.type().newDynamicEntity();
        values(record, deadline).forEach((column, value) -> entity.set(column.name(), value));
        InsertObjectQuery insert = new InsertObjectQuery(entity);
        insert.setIsExecutionClone(true);
        session.write(insert, List.of(), deadline);
    }

    /**
     * Changes a record that still has the old values.
     *
     * @param newId the id that it shall have, empty to keep it
     * @return whether there was one
     */
    boolean update(RecordChange change, Optional<String> newId, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException {
        ExpressionBuilder entity = new ExpressionBuilder(session.type().getJavaClass());
        Columns columns = new Columns(table, entity);
        Comparison comparison = new Comparison(columns, table.family());
        Column id = table.required(idColumn());
        Expression condition = comparison.sameId(id, change.id());
        Map<Column, Object> after = new LinkedHashMap<>();
        List<Field> written = Fields.written(settings.description().fields());
        newId.ifPresent(text -> after.put(id, id.kind().parse(text)));
        for (Map.Entry<String, RecordChange.Values> entry : change.fields().entrySet()) {
            Field field = settings.description().field(entry.getKey()).orElseThrow();
            Column column = table.required(field.storage());
            if (!field.readOnly() && written.contains(field)) {
                condition = condition.and(
                        comparison.unchanged(field, column, entry.getValue().before()));
                after.put(
                        column,
                        FieldValue.parsed(field, column, entry.getValue().after()));
            }
        }
        if (change.password().isPresent()) {
            after.put(passwordColumn(), hashed(change.password().get(), deadline));
        }
        if (after.isEmpty()) {
            return true;
        }
        after.putAll(audit.change(change.actor()));
        UpdateAllQuery update = new UpdateAllQuery(session.type().getJavaClass(), entity);
        after.forEach((column, value) -> comparison.write(update, column, value));
        update.setSelectionCriteria(condition);
        comparison.declare(update);
        update.setShouldDeferExecutionInUOW(false);
        return session.write(update, comparison.values(), deadline) > 0;
    }

    /**
     * Stores the same password in a better form, provided that the stored one is still this. Nothing else of the record
     * changes: nobody has written to it.
     *
     * @return whether it was still this
     */
    boolean upgrade(String id, String stored, Password password, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException {
        ExpressionBuilder entity = new ExpressionBuilder(session.type().getJavaClass());
        Columns columns = new Columns(table, entity);
        Comparison comparison = new Comparison(columns, table.family());
        Column column = passwordColumn();
        Field field = settings.passwordField().orElseThrow();
        String fresh = hashed(password, deadline);
        UpdateAllQuery update = new UpdateAllQuery(session.type().getJavaClass(), entity);
        update.addUpdate(columns.stored(column), fresh);
        update.setSelectionCriteria(
                comparison.sameId(table.required(idColumn()), id).and(comparison.unchanged(field, column, stored)));
        comparison.declare(update);
        update.setShouldDeferExecutionInUOW(false);
        return session.write(update, comparison.values(), deadline) > 0;
    }

    private Map<Column, Object> values(NewRecord record, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException {
        Map<Column, Object> values = new LinkedHashMap<>();
        for (Field field : Fields.written(settings.description().fields())) {
            Column column = table.required(field.storage());
            values.put(column, FieldValue.parsed(field, column, record.fields().getOrDefault(field.variable(), "")));
        }
        Column id = table.required(idColumn());
        values.put(id, id.kind().parse(record.id()));
        putValidity(values, record);
        if (record.password().isPresent()) {
            values.put(passwordColumn(), hashed(record.password().get(), deadline));
        }
        values.putAll(audit.creation(record.actor()));
        return values;
    }

    /** Whoever is added without a validity is valid. */
    private void putValidity(Map<Column, Object> values, NewRecord record) {
        Optional<Column> column = table.column(settings.validColumn());
        boolean given = settings.description().fields().stream()
                .filter(field -> column.equals(table.column(field.storage())))
                .anyMatch(field ->
                        !record.fields().getOrDefault(field.variable(), "").isEmpty());
        if (column.isPresent() && !given) {
            values.put(column.get(), column.get().kind().parse(VALID));
        }
    }

    /** Hashing takes a while; it is over before a connection is borrowed. */
    private String hashed(Password password, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException {
        Column column = passwordColumn();
        PasswordFormat format = settings.passwords().format();
        if (column.size().orElse(Integer.MAX_VALUE) < format.length()) {
            throw new InvalidInputException(
                    Fields.PASSWORD,
                    "The password cannot be stored: the column " + column.name() + " is too short for the format "
                            + format.key() + ".");
        }
        return hash.of(password, deadline);
    }

    private Column passwordColumn() throws InvalidInputException {
        Field field = settings.passwordField()
                .orElseThrow(() -> new InvalidInputException(
                        Fields.PASSWORD, Fault.of(Fault.Kind.NO_PASSWORDS, "This source keeps no passwords.")));
        return table.required(field.storage());
    }

    private String idColumn() {
        return settings.description().search().idField();
    }
}
