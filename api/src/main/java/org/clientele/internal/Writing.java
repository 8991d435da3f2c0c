package org.clientele.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.Addition;
import org.clientele.AlreadyExistsException;
import org.clientele.Change;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.Fault.Kind;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.Ownership;
import org.clientele.ReadOnlyException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.ReservedKeys.Value;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Additions and changes: the rules that hold for every caller, then one statement in one source. */
final class Writing {
    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
    private static final String VALID = Integer.toString(Validity.VALID.id());
    private static final int ATTEMPTS = 5;

    private final SlotKind kind;
    private final Slots slots;
    private final Memory memory;
    private final Events events;
    private final DirectorySettings settings;
    private final CustomerRule customers;
    private final Renamer renamer;
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
            CustomerRule customers,
            Renamer renamer) {
        this.kind = kind;
        this.slots = slots;
        this.memory = memory;
        this.events = events;
        this.settings = settings;
        this.customers = customers;
        this.renamer = renamer;
    }

    /** A record as it was changed, and what became of the customer users of a renamed customer. */
    record Updated(Hit hit, List<MovedCustomerUsers> customerUsers) {}

    Hit add(Addition addition) throws DirectoryException {
        Slot slot = slots.named(addition.source())
                .orElseThrow(() -> new InvalidInputException("source", Fault.noSource(addition.source())));
        AskedSource source = slot.source().orElseThrow(slot::waiting);
        Map<String, String> values = RecordValues.completed(source.fields(), addition.fields());
        Optional<String> prefix = source.description().rules().generatedLoginPrefix();
        boolean generate = values.getOrDefault(kind.idVariable(), "").isEmpty() && prefix.isPresent();
        for (int attempt = 1; ; attempt++) {
            if (generate) {
                values.put(kind.idVariable(), logins.next(prefix.orElseThrow()));
            }
            try {
                return add(slot, source, values, addition);
            } catch (AlreadyExistsException e) {
                if (!generate || !e.variable().equals(kind.idVariable()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Hit add(Slot slot, AskedSource source, Map<String, String> values, Addition addition)
            throws DirectoryException {
        String id = values.getOrDefault(kind.idVariable(), "");
        requireWritable(slot, source);
        boolean checkSyntax = checkEmailSyntax(values.getOrDefault(Fields.VALIDITY, VALID));
        new FieldRules(source.description(), checkSyntax).check(values);
        requirePassword(source, addition);
        Optional<Hit> added = added(slot, source, values, addition);
        if (added.isEmpty()) {
            renamer.settle(List.of(id));
            added = added(slot, source, values, addition);
        }
        Hit hit = added.orElseThrow(() -> ReservedKeys.busy(new Value(kind.idVariable(), id)));
        events.added(kind, hit.record().id(), slot.name(), values.keySet());
        return hit;
    }

    /** @return the new record; empty if a rename from or to its login has to be settled before */
    private Optional<Hit> added(Slot slot, AskedSource source, Map<String, String> values, Addition addition)
            throws DirectoryException {
        String id = values.getOrDefault(kind.idVariable(), "");
        List<Slot> all = slots.now();
        Value own = new Value(kind.idVariable(), id);
        try (ReservedKeys keys = reserve(source, values, List.of(own))) {
            List<Owner> before = kind == SlotKind.CUSTOMER_USER ? memory.requireOwners(all, id) : List.of();
            if (renamer.isUnfinished(id, before)) {
                return Optional.empty();
            }
            List<Slot> missing = new Uniqueness(all, memory, kind, Optional.empty()).requireFreeId(id);
            checkReferences(source, values, Optional.empty());
            depart(id, before, all, missing);
            WriteCall call = () -> source.add(new NewRecord(
                    id, values, addition.password(), addition.actor().name()));
            call.run(id, source, keys);
            Hit hit = reread(slot, source, RecordValues.written(id, "", values));
            if (kind == SlotKind.CUSTOMER_USER && missing.isEmpty()) {
                keys.added(Renaming.claim(hit));
            }
            return Optional.of(hit);
        }
    }

    Updated update(Change change, Function<Hit, DirectoryEntry> view) throws DirectoryException {
        renamer.settle(List.of(change.id()));
        LookUp.Result found = new LookUp(slots.now(), memory).ask(change.id());
        Hit hit = found.certain(kind, change.id());
        AskedSource source = hit.slot().source().orElseThrow(hit.slot()::waiting);
        requireWritable(hit.slot(), source);
        if (change.version().isPresent()
                && !change.version().get().equals(view.apply(hit).version())) {
            throw new StaleException("The record was changed by somebody else in the meantime.");
        }
        Map<String, String> values = changed(source, hit.record(), change.fields());
        if (values.isEmpty() && change.password().isEmpty()) {
            return new Updated(hit, List.of());
        }
        checkFields(source, hit.record(), values);
        String id = hit.record().id();
        String newId = values.getOrDefault(kind.idVariable(), id);
        List<MovedCustomerUsers> moved = write(hit, source, values, newId, change);
        Hit after = reread(hit.slot(), source, RecordValues.written(newId, hit.record(), values));
        if (found.missing().isEmpty()) {
            claim(after);
        }
        if (newId.equals(id)) {
            events.updated(kind, id, hit.slot().name(), values.keySet());
        } else {
            events.renamed(kind, newId, id, hit.slot().name(), values.keySet());
        }
        return new Updated(after, moved);
    }

    private List<MovedCustomerUsers> write(
            Hit hit, AskedSource source, Map<String, String> values, String newId, Change change)
            throws DirectoryException {
        String id = hit.record().id();
        Map<String, String> others = new LinkedHashMap<>(values);
        others.remove(kind.idVariable());
        RecordChange statement = new RecordChange(
                id,
                RecordValues.change(hit.record(), others),
                change.password(),
                change.actor().name());
        boolean renames = !newId.equals(id);
        if (renames) {
            renamer.settle(List.of(newId));
        }
        List<Value> ids = renames ? renamer.reserved(id, newId) : List.of();
        try (ReservedKeys keys = reserve(source, values, ids)) {
            checkReferences(source, values, Optional.of(hit));
            if (!renames) {
                WriteCall call = () -> source.update(statement);
                call.run(id, source, keys);
                return List.of();
            }
            new Uniqueness(concerned(hit, newId), memory, kind, Optional.of(hit)).requireFreeId(newId);
            WriteCall call = () -> source.rename(statement, newId);
            return renamer.rename(hit, newId, change.actor(), () -> call.run(id, source, keys));
        }
    }

    /** The record's own source, and those to which its new id is another one than the id that it has. */
    private List<Slot> concerned(Hit hit, String newId) {
        String id = hit.record().id();
        return slots.now().stream()
                .filter(slot -> slot.name().equals(hit.slot().name())
                        || !slot.loginKey(newId).equals(slot.loginKey(id)))
                .toList();
    }

    /** Who had the login before is gone, for the sources say so: the new one inherits nothing. */
    private void depart(String id, List<Owner> before, List<Slot> all, List<Slot> missing)
            throws StoreUnavailableException {
        if (kind == SlotKind.CUSTOMER_USER && !before.isEmpty()) {
            Map<String, Set<String>> gone = all.stream()
                    .filter(slot -> !missing.contains(slot))
                    .collect(Collectors.groupingBy(
                            slot -> slot.loginKey(id), Collectors.mapping(Slot::sourceId, Collectors.toSet())));
            for (Map.Entry<String, Set<String>> entry : gone.entrySet()) {
                memory.change(s -> {
                    s.depart(entry.getKey(), entry.getValue());
                    return true;
                });
            }
        }
    }

    /**
     * Reserves what no other record may get meanwhile. Who comes to a customer reserves something in any case: the rename of
     * the customer waits for him.
     *
     * @param ids of this record
     */
    private ReservedKeys reserve(AskedSource source, Map<String, String> values, List<Value> ids)
            throws AlreadyExistsException, StoreUnavailableException {
        List<Value> wanted = new ArrayList<>(ids);
        uniqueEmail(source, values).ifPresent(email -> wanted.add(new Value(Fields.EMAIL, email)));
        if (wanted.isEmpty() && customer(source, values).isPresent()) {
            wanted.add(Value.unshared(Fields.CUSTOMER));
        }
        return ReservedKeys.take(memory, slots, wanted);
    }

    private Optional<String> uniqueEmail(AskedSource source, Map<String, String> values) {
        boolean unique =
                kind == SlotKind.CUSTOMER_USER && source.description().rules().uniqueEmail();
        return Optional.of(RecordValues.writtenAs(source.fields(), Fields.EMAIL, values))
                .filter(email -> unique && !email.isEmpty());
    }

    void requireWritable(Slot slot, AskedSource source) throws ReadOnlyException {
        if (!source.writable()) {
            throw new ReadOnlyException("The source " + slot.name() + " ("
                    + source.description().name() + ") is read only; its records are changed where they come from.");
        }
    }

    Map<String, String> changed(AskedSource source, SourceRecord record, Map<String, String> given)
            throws InvalidInputException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            Optional<Field> field = source.description().field(entry.getKey());
            String value =
                    field.map(f -> RecordValues.stripped(f, entry.getValue())).orElse(entry.getValue());
            if (!value.equals(current(record, entry.getKey()))) {
                requireChangeable(source, entry.getKey(), field);
                values.put(entry.getKey(), value);
            }
        }
        return values;
    }

    private String current(SourceRecord record, String variable) {
        return variable.equals(kind.idVariable()) ? record.id() : RecordValues.of(record, variable);
    }

    private void requireChangeable(AskedSource source, String variable, Optional<Field> field)
            throws InvalidInputException {
        if (variable.equals(kind.idVariable()) && !source.renames()) {
            String label = field.map(Field::label).orElse(variable);
            throw new InvalidInputException(variable, Fault.of(Kind.FIXED, label + " cannot be changed."));
        }
        if (field.isPresent() && field.get().readOnly()) {
            throw new InvalidInputException(
                    variable, Fault.of(Kind.READ_ONLY, field.get().label() + " is read only."));
        }
    }

    static void requirePassword(AskedSource source, Addition addition) throws InvalidInputException {
        Optional<Field> row =
                source.fields().stream().filter(Fields::isPassword).findFirst();
        if (row.isPresent() && row.get().required() && addition.password().isEmpty()) {
            throw new InvalidInputException(Fields.PASSWORD, FieldRules.required(row.get()));
        }
    }

    void checkReferences(AskedSource source, Map<String, String> values, Optional<Hit> own) throws DirectoryException {
        Optional<String> email = uniqueEmail(source, values);
        if (email.isPresent()) {
            new Uniqueness(slots.now(), memory, kind, own).requireFreeEmail(email.get());
        }
        Optional<String> customer = customer(source, values);
        if (customer.isPresent()) {
            customers.check(customer.get());
        }
    }

    /** The customer that has to exist, empty if none is written or none has to. */
    private Optional<String> customer(AskedSource source, Map<String, String> values) {
        boolean required =
                kind == SlotKind.CUSTOMER_USER && source.description().rules().companySupport();
        return Optional.of(RecordValues.writtenAs(source.fields(), Fields.CUSTOMER, values))
                .filter(customer -> required && !customer.isEmpty());
    }

    /** Whoever becomes valid needs an address that looks like one, whether or not that is changed, too. */
    void checkFields(AskedSource source, SourceRecord record, Map<String, String> changes)
            throws InvalidInputException {
        Map<String, String> checked = new LinkedHashMap<>(changes);
        boolean mayBecomeValid = changes.containsKey(Fields.VALIDITY);
        List<String> emails = record.fields().getOrDefault(Fields.EMAIL, List.of());
        if (mayBecomeValid && !emails.isEmpty()) {
            checked.putIfAbsent(Fields.EMAIL, emails.get(0));
        }
        String validity = Integer.toString(record.validity().id());
        boolean checkSyntax = checkEmailSyntax(changes.getOrDefault(Fields.VALIDITY, validity));
        new FieldRules(source.description(), checkSyntax).check(checked);
    }

    boolean checkEmailSyntax(String validity) {
        return settings.checkEmailAddresses() && validity.equals(VALID);
    }

    /** The record is written already: that its owner could not be remembered must not look as if it were not. */
    private void claim(Hit hit) {
        if (kind != SlotKind.CUSTOMER_USER) {
            return;
        }
        try {
            memory.confirm(Renaming.claim(hit));
        } catch (StoreUnavailableException e) {
            LOG.warn(
                    "A record of {} was written, but the store could not be told who owns it",
                    hit.slot().name(),
                    e);
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
}
