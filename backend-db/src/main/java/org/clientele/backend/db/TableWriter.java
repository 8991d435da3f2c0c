package org.clientele.backend.db;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.InvalidInputException;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.field.Field;
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
    private final PasswordHash hash = new PasswordHash();

    TableWriter(TableSettings settings, TableMetadata table, TableSession session) {
        this.settings = settings;
        this.table = table;
        this.session = session;
        this.audit = new Audit(settings, table);
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
        newId.ifPresent(text -> after.put(id, id.kind().parse(text)));
        for (Map.Entry<String, RecordChange.Values> entry : change.fields().entrySet()) {
            Field field = settings.description().field(entry.getKey()).orElseThrow();
            Column column = table.required(field.storage());
            if (!field.readOnly() && !after.containsKey(column)) {
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
        after.forEach((column, value) -> update.addUpdate(columns.stored(column), value));
        update.setSelectionCriteria(condition);
        comparison.declare(update);
        update.setShouldDeferExecutionInUOW(false);
        return session.write(update, comparison.values(), deadline) > 0;
    }

    private Map<Column, Object> values(NewRecord record, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException {
        Map<Column, Object> values = new LinkedHashMap<>();
        for (Field field : settings.description().fields()) {
            Column column = table.required(field.storage());
            if (!TableSettings.isPassword(field) && !values.containsKey(column)) {
                values.put(
                        column, FieldValue.parsed(field, column, record.fields().getOrDefault(field.variable(), "")));
            }
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
    private String hashed(Password password, Deadline deadline) throws SourceUnavailableException {
        return hash.of(password, deadline)
                .orElseThrow(() -> new SourceUnavailableException(
                        Reason.TIME_OUT,
                        "There was no time left to write to "
                                + settings.description().slot() + "."));
    }

    private Column passwordColumn() throws InvalidInputException {
        Field field = settings.passwordField()
                .orElseThrow(() -> new InvalidInputException(
                        org.clientele.field.Fields.PASSWORD, "This source keeps no passwords."));
        return table.required(field.storage());
    }

    private String idColumn() {
        return settings.description().search().idField();
    }
}
