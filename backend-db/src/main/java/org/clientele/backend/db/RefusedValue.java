package org.clientele.backend.db;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.clientele.AlreadyExistsException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.Deadline;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out which field a database meant when it refused a statement. */
final class RefusedValue {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedValue.class);

    private final TableSettings settings;
    private final OpenTable table;
    private final Deadline deadline;

    RefusedValue(TableSettings settings, OpenTable table, Deadline deadline) {
        this.settings = settings;
        this.table = table;
        this.deadline = deadline;
    }

    /** Throws what the fault means if it is about a value of the new record. */
    void explain(Exception fault, NewRecord record)
            throws AlreadyExistsException, InvalidInputException, SourceUnavailableException {
        if (Faults.isDuplicate(fault)) {
            boolean idTaken =
                    asked(() -> table.reader().find(record.id(), deadline).isPresent());
            throw taken(idTaken ? settings.kind().idVariable() : duplicate(fault, record.fields(), record.id()));
        }
        refuse(fault, record.fields());
    }

    /** Throws what the fault means if it is about a value of the change. */
    void explain(Exception fault, RecordChange change, Optional<String> newId)
            throws AlreadyExistsException, InvalidInputException, SourceUnavailableException {
        Map<String, String> after = change.fields().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().after()));
        newId.ifPresent(id -> after.put(settings.kind().idVariable(), id));
        if (Faults.isDuplicate(fault)) {
            boolean idTaken = asked(() -> newId.flatMap(id -> table.reader().find(id, deadline))
                    .filter(owner -> !owner.id().equals(change.id()))
                    .isPresent());
            throw taken(idTaken ? settings.kind().idVariable() : duplicate(fault, after, change.id()));
        }
        refuse(fault, after);
    }

    /** Throws what the fault means if it is about the new customer ID of some customer users. */
    void explain(Exception fault, CustomerMove move) throws InvalidInputException, SourceUnavailableException {
        if (Faults.isDuplicate(fault)) {
            throw new InvalidInputException(
                    Fields.CUSTOMER, "The table allows this customer ID only once, or once with other values.");
        }
        refuse(fault, Map.of(Fields.CUSTOMER, move.to()));
    }

    private void refuse(Exception fault, Map<String, String> values)
            throws InvalidInputException, SourceUnavailableException {
        new AuditUser(settings, table.metadata()).explain(fault);
        if (Faults.isRefusedValue(fault)) {
            Field field = unfit(values).orElseGet(() -> mentioned(fault, values));
            throw new InvalidInputException(field.variable(), Fault.notStorable(field.label()));
        }
    }

    private String duplicate(Exception fault, Map<String, String> values, String id) {
        return asked(() -> emailTaken(values, id))
                ? Fields.EMAIL
                : indexed(Faults.words(fault))
                        .or(() -> onlyOther(values))
                        .orElse(settings.kind().idVariable());
    }

    /** No if the database cannot be asked now: that it refused the value is certain, and must not become uncertain by asking. */
    private static boolean asked(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (PersistenceException | EclipseLinkException | IllegalStateException e) {
            LOG.debug("Which value is in use already could not be asked", e);
            return false;
        }
    }

    private boolean emailTaken(Map<String, String> values, String id) {
        String email = values.getOrDefault(Fields.EMAIL, "");
        if (email.isEmpty()) {
            return false;
        }
        SourceQuery query = new SourceQuery(new Criterion.Email(email), Optional.empty(), 2, true);
        List<SourceRecord> owners = table.reader().search(query, deadline).records();
        return owners.stream().anyMatch(record -> !record.id().equals(id));
    }

    /** The variable of the unique index that the driver names. */
    private Optional<String> indexed(String words) {
        return table.metadata().uniqueIndexes().entrySet().stream()
                .filter(index -> words.contains(index.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(index -> index.getValue().stream())
                .flatMap(column -> variable(column).stream())
                .findFirst();
    }

    /** The only variable besides the id that must be unique: a driver may name a constraint, which is no index. */
    private Optional<String> onlyOther(Map<String, String> values) {
        List<String> others = table.metadata().uniqueIndexes().values().stream()
                .flatMap(columns -> columns.stream().flatMap(column -> variable(column).stream()))
                .filter(variable -> !variable.equals(settings.kind().idVariable()) && values.containsKey(variable))
                .distinct()
                .toList();
        return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    /** The variable whose column, or generated key, is this one; or that this expression is about. */
    private Optional<String> variable(String column) {
        return settings.description().fields().stream()
                .filter(field -> Pattern.compile(
                                "(?i)(^|[^a-z0-9_])" + Pattern.quote(field.storage()) + "(_key)?($|[^a-z0-9_])")
                        .matcher(column)
                        .find())
                .map(Field::variable)
                .findFirst();
    }

    /** The first field whose text is longer than its column, or has the character that databases do not keep. */
    private Optional<Field> unfit(Map<String, String> values) {
        return settings.description().fields().stream()
                .filter(field -> {
                    String text = values.getOrDefault(field.variable(), "");
                    OptionalInt most =
                            table.metadata().required(field.storage()).size();
                    return text.length() > most.orElse(Integer.MAX_VALUE) || text.indexOf('\0') >= 0;
                })
                .findFirst();
    }

    /** The field whose column the driver names, else the first one that has a value. */
    private Field mentioned(Exception fault, Map<String, String> values) {
        String words = Faults.words(fault);
        List<Field> fields = settings.description().fields();
        return fields.stream()
                .filter(field -> values.containsKey(field.variable()))
                .filter(field -> words.contains(field.storage().toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> values.containsKey(field.variable()))
                        .findFirst())
                .orElse(fields.get(0));
    }

    private AlreadyExistsException taken(String variable) {
        String label = settings.description().field(variable).map(Field::label).orElse(variable);
        return new AlreadyExistsException(variable, label + " is in use already.");
    }
}
