package org.clientele.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Addition;
import org.clientele.AlreadyExistsException;
import org.clientele.Change;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.Ownership;
import org.clientele.ReadOnlyException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.NewRecord;
import org.clientele.spi.OrderKey;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Additions and changes: the rules that hold for every caller, then one statement in one source. */
final class Writing {
    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
    private static final int ATTEMPTS = 5;

    private final SlotKind kind;
    private final Slots slots;
    private final Memory memory;
    private final Events events;
    private final DirectorySettings settings;
    private final CustomerRule customers;
    private final GeneratedLogin logins = new GeneratedLogin(Clock.systemUTC());

    /** Whether the customer of a customer user exists. */
    @FunctionalInterface
    interface CustomerRule {
        void check(String customerId) throws InvalidInputException, SourceUnavailableException;
    }

    Writing(
            SlotKind kind,
            Slots slots,
            Memory memory,
            Events events,
            DirectorySettings settings,
            CustomerRule customers) {
        this.kind = kind;
        this.slots = slots;
        this.memory = memory;
        this.events = events;
        this.settings = settings;
        this.customers = customers;
    }

    Hit add(Addition addition) throws DirectoryException {
        Slot slot = slots.named(addition.source())
                .orElseThrow(
                        () -> new InvalidInputException("source", "There is no source \"" + addition.source() + "\"."));
        AskedSource source = slot.source().orElseThrow(slot::waiting);
        Map<String, String> values = completed(source, addition.fields());
        String idField = idVariable();
        Optional<String> prefix = source.description().rules().generatedLoginPrefix();
        boolean generate = values.getOrDefault(idField, "").isEmpty() && prefix.isPresent();
        for (int attempt = 1; ; attempt++) {
            if (generate) {
                values.put(idField, logins.next(prefix.orElseThrow()));
            }
            try {
                return add(slot, source, values, addition);
            } catch (AlreadyExistsException e) {
                if (!generate || !e.variable().equals(idField) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Hit add(Slot slot, AskedSource source, Map<String, String> values, Addition addition)
            throws DirectoryException {
        String id = values.getOrDefault(idVariable(), "");
        requireWritable(slot, source);
        new FieldRules(source.description(), checkEmailSyntax(values)).check(values);
        memory.requireOwners(List.of(OrderKey.of(id)));
        List<Slot> all = slots.now();
        Uniqueness uniqueness = new Uniqueness(all, memory, kind);
        boolean complete = uniqueness.requireFreeId(id);
        checkReferences(source, values, "");
        write(id, source.add(new NewRecord(id, values, addition.password(), addition.actor())));
        Hit hit = reread(slot, source, written(id, "", values));
        if (complete) {
            claim(hit);
        }
        events.added(kind, hit.record().id(), slot.name(), values.keySet());
        return hit;
    }

    Hit update(Change change, java.util.function.Function<Hit, DirectoryEntry> view) throws DirectoryException {
        memory.requireOwners(List.of(OrderKey.of(change.id())));
        LookUp.Result found = new LookUp(slots.now(), memory).ask(change.id());
        Hit hit = certain(found, change.id());
        AskedSource source = hit.slot().source().orElseThrow(hit.slot()::waiting);
        requireWritable(hit.slot(), source);
        if (change.version().isPresent()
                && !change.version().get().equals(view.apply(hit).version())) {
            throw new StaleException("The record was changed by somebody else in the meantime.");
        }
        Map<String, String> values = changed(source, hit.record(), change.fields());
        if (values.isEmpty() && change.password().isEmpty()) {
            return hit;
        }
        new FieldRules(source.description(), checkEmailSyntax(values)).check(values);
        checkReferences(source, values, hit.record().id());
        String id = hit.record().id();
        write(id, source.update(new RecordChange(id, before(hit.record(), values), change.password(), change.actor())));
        Map<String, String> written = new LinkedHashMap<>();
        hit.record().fields().keySet().forEach(variable -> written.put(variable, value(hit.record(), variable)));
        written.putAll(values);
        Hit after = reread(hit.slot(), source, written(id, hit.record().name(), written));
        if (found.missing().isEmpty()) {
            claim(after);
        }
        events.updated(kind, hit.record().id(), hit.slot().name(), values.keySet());
        return after;
    }

    private Hit certain(LookUp.Result found, String id) throws NotFoundException, SourceUnavailableException {
        boolean unconfirmed = found.hit().isPresent() && found.hit().get().ownership() == Ownership.UNCONFIRMED;
        if (found.unknown() || unconfirmed) {
            List<String> names = found.missing().stream().map(Slot::name).toList();
            throw new SourceUnavailableException(
                    Reason.CONNECTION,
                    "It is not certain which source owns \"" + id + "\", because " + String.join(", ", names)
                            + " cannot be asked; try again when it is back");
        }
        return found.hit().orElseThrow(() -> new NotFoundException("There is no " + kind.word() + " \"" + id + "\"."));
    }

    private void requireWritable(Slot slot, AskedSource source) throws ReadOnlyException {
        if (!source.writable()) {
            throw new ReadOnlyException("The source " + slot.name() + " ("
                    + source.description().name() + ") is read only; its records are changed where they come from.");
        }
    }

    /** The values to store: blanks around login, address and customer ID are nobody's intention; new records are valid. */
    private Map<String, String> completed(AskedSource source, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : source.fields()) {
            String value = given.getOrDefault(field.variable(), "");
            boolean validity = field.variable().equals(Fields.VALIDITY) && value.isEmpty();
            if (!field.variable().equals(Fields.PASSWORD)) {
                values.put(field.variable(), validity ? Integer.toString(Validity.VALID.id()) : stripped(field, value));
            }
        }
        given.forEach((variable, value) -> {
            if (!values.containsKey(variable)) {
                values.put(variable, value);
            }
        });
        return values;
    }

    private Map<String, String> changed(AskedSource source, SourceRecord record, Map<String, String> given)
            throws InvalidInputException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            Optional<Field> field = source.description().field(entry.getKey());
            String value = field.map(f -> stripped(f, entry.getValue())).orElse(entry.getValue());
            if (!value.equals(value(record, entry.getKey()))) {
                requireChangeable(entry.getKey(), field);
                values.put(entry.getKey(), value);
            }
        }
        return values;
    }

    private void requireChangeable(String variable, Optional<Field> field) throws InvalidInputException {
        if (variable.equals(idVariable())) {
            throw new InvalidInputException(variable, field.map(Field::label).orElse(variable) + " cannot be changed.");
        }
        if (field.isPresent() && field.get().readOnly()) {
            throw new InvalidInputException(variable, field.get().label() + " is read only.");
        }
    }

    private void checkReferences(AskedSource source, Map<String, String> values, String ownId)
            throws DirectoryException {
        String email = values.getOrDefault(Fields.EMAIL, "");
        if (kind == SlotKind.CUSTOMER_USER
                && !email.isEmpty()
                && source.description().rules().uniqueEmail()) {
            new Uniqueness(slots.now(), memory, kind).requireFreeEmail(email, ownId);
        }
        String customer = values.getOrDefault(Fields.CUSTOMER, "");
        if (!customer.isEmpty() && source.description().rules().companySupport()) {
            customers.check(customer);
        }
    }

    private boolean checkEmailSyntax(Map<String, String> values) {
        String validity = values.getOrDefault(Fields.VALIDITY, "1");
        return settings.checkEmailAddresses() && validity.equals(Integer.toString(Validity.VALID.id()));
    }

    /** The record is written already: that its owner could not be remembered must not look as if it were not. */
    private void claim(Hit hit) {
        if (kind != SlotKind.CUSTOMER_USER) {
            return;
        }
        try {
            memory.confirm(hit.claim());
        } catch (StoreUnavailableException e) {
            LOG.warn(
                    "A record of {} was written, but the store could not be told who owns it",
                    hit.slot().name(),
                    e);
        }
    }

    /** Waits for a write. Where its answer was lost nobody knows whether it happened, and that is what is said. */
    private static void write(String id, PendingCall<Boolean> call) throws DirectoryException {
        try {
            call.result();
        } catch (SourceUnavailableException e) {
            boolean lost = e.reason() == Reason.TIME_OUT || e.reason() == Reason.CONNECTION;
            throw lost
                    ? new SourceUnavailableException(
                            e.reason(),
                            e.getMessage() + ". It is not certain whether \"" + id
                                    + "\" was saved: look it up before you try again",
                            e)
                    : e;
        }
    }

    /**
     * The record as its source has it now. If the source cannot be asked at this moment, as it was written; if it answers
     * that there is no such record, somebody took it away, and that is said.
     */
    private Hit reread(Slot slot, AskedSource source, SourceRecord written) throws NotFoundException {
        Reply<Optional<SourceRecord>> reply = source.find(written.id()).reply();
        Optional<SourceRecord> record = reply.answered() ? reply.value().flatMap(found -> found) : Optional.of(written);
        return new Hit(
                slot,
                record.orElseThrow(
                        () -> new NotFoundException(
                                "The " + kind.word() + " \"" + written.id()
                                        + "\" was saved, but its source does not have it any more; look at the list before you try again.")),
                Ownership.CONFIRMED);
    }

    private static SourceRecord written(String id, String name, Map<String, String> values) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        values.forEach((variable, value) -> {
            if (!value.isEmpty()) {
                fields.put(variable, List.of(value));
            }
        });
        Validity validity =
                Validity.of(values.getOrDefault(Fields.VALIDITY, "")).orElse(Validity.VALID);
        return new SourceRecord(OrderKey.of(id), id, name, Optional.empty(), validity, fields);
    }

    private static Map<String, RecordChange.Values> before(SourceRecord record, Map<String, String> after) {
        Map<String, RecordChange.Values> fields = new LinkedHashMap<>();
        after.forEach(
                (variable, value) -> fields.put(variable, new RecordChange.Values(value(record, variable), value)));
        return fields;
    }

    private static String value(SourceRecord record, String variable) {
        List<String> values = record.fields().getOrDefault(variable, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    private String idVariable() {
        return kind == SlotKind.CUSTOMER ? Fields.CUSTOMER_ID : Fields.LOGIN;
    }

    private static String stripped(Field field, String value) {
        return switch (field.variable()) {
            case Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER, Fields.CUSTOMER_ID -> value.strip();
            default -> value;
        };
    }
}
