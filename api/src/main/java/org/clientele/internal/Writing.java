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
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.Ownership;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.ReservedKeys.Value;
import org.clientele.internal.WriteRules.CustomerRule;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.Owner;
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
    private final WriteRules rules;
    private final Renamer renamer;
    private final Audit audit;
    private final RecordAudit records;
    private final GeneratedLogin logins = new GeneratedLogin(Clock.systemUTC());

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
        this.rules = new WriteRules(kind, slots, memory, settings, customers);
        this.renamer = renamer;
        this.audit = new Audit(memory);
        this.records = new RecordAudit(kind, audit);
    }

    /** A record as it was changed, and what became of the customer users of a renamed customer. */
    record Updated(Hit hit, List<MovedCustomerUsers> customerUsers) {}

    /** The rules that hold for every caller. */
    WriteRules rules() {
        return rules;
    }

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
        rules.checkNew(slot, source, values, addition);
        Recording recording = records.addition(id, source, values, addition);
        try {
            Hit hit = recording.run(() -> added(slot, source, values, addition, recording));
            events.added(kind, hit.record().id(), slot.name(), values.keySet());
            return hit;
        } finally {
            audit.conclude(recording);
        }
    }

    private Hit added(Slot slot, AskedSource source, Map<String, String> values, Addition addition, Recording recording)
            throws DirectoryException {
        String id = values.getOrDefault(kind.idVariable(), "");
        Optional<Hit> added = addedUnlessRenamed(slot, source, values, addition, recording);
        if (added.isEmpty()) {
            renamer.settle(List.of(id));
            added = addedUnlessRenamed(slot, source, values, addition, recording);
        }
        return added.orElseThrow(() -> ReservedKeys.busy(new Value(kind.idVariable(), id)));
    }

    /** @return the new record; empty if a rename from or to its login has to be settled before */
    private Optional<Hit> addedUnlessRenamed(
            Slot slot, AskedSource source, Map<String, String> values, Addition addition, Recording recording)
            throws DirectoryException {
        String id = values.getOrDefault(kind.idVariable(), "");
        try (ReservedKeys keys = reserve(source, values, List.of(new Value(kind.idVariable(), id)), recording)) {
            return recording.run(() -> added(slot, source, values, addition, keys));
        }
    }

    private Optional<Hit> added(
            Slot slot, AskedSource source, Map<String, String> values, Addition addition, ReservedKeys keys)
            throws DirectoryException {
        String id = values.getOrDefault(kind.idVariable(), "");
        List<Slot> all = slots.now();
        List<Owner> before = kind == SlotKind.CUSTOMER_USER ? memory.requireOwners(all, id) : List.of();
        if (renamer.isUnfinished(id, before)) {
            return Optional.empty();
        }
        List<Slot> missing = rules.requireFree(source, id, values, all);
        depart(id, before, all, missing);
        WriteCall call = () -> source.add(
                new NewRecord(id, values, addition.password(), addition.actor().name()));
        call.run(id, source, keys);
        keys.recording().done();
        Hit hit = reread(slot, source, RecordValues.written(id, "", values));
        if (kind == SlotKind.CUSTOMER_USER && missing.isEmpty()) {
            keys.added(Renaming.claim(hit));
        }
        return Optional.of(hit);
    }

    Updated update(Change change, Function<Hit, DirectoryEntry> view) throws DirectoryException {
        return update(change, view, Optional.empty());
    }

    /**
     * @param wiping what has to happen before the source's statement, once nothing else stands in its way; it may be repeated.
     *     What it wipes must not come back: such a change is not recorded here, but by whoever makes it
     */
    Updated update(Change change, Function<Hit, DirectoryEntry> view, Optional<Renamer.Step> wiping)
            throws DirectoryException {
        renamer.settle(List.of(change.id()));
        LookUp.Result found = new LookUp(slots.now(), memory).ask(change.id());
        Hit hit = found.certain(kind, change.id());
        AskedSource source = hit.slot().source().orElseThrow(hit.slot()::waiting);
        rules.requireWritable(hit.slot(), source);
        if (change.version().isPresent()
                && !change.version().get().equals(view.apply(hit).version())) {
            throw new StaleException("The record was changed by somebody else in the meantime.");
        }
        Map<String, String> values = rules.changed(source, hit.record(), change.fields());
        if (values.isEmpty() && change.password().isEmpty()) {
            return new Updated(hit, List.of());
        }
        rules.checkFields(source, hit.record(), values);
        Recording recording = wiping.isPresent()
                ? audit.recording(change.actor(), List.of())
                : records.update(hit, source, values, change);
        Work work = new Work(change, recording, wiping.orElse(() -> {}));
        try {
            return recording.run(
                    () -> updated(hit, source, values, work, found.missing().isEmpty()));
        } finally {
            audit.conclude(recording);
        }
    }

    /** A change, how it is recorded, and what has to happen before it. */
    private record Work(Change change, Recording recording, Renamer.Step before) {}

    private Updated updated(Hit hit, AskedSource source, Map<String, String> values, Work work, boolean allAnswered)
            throws DirectoryException {
        String id = hit.record().id();
        String newId = values.getOrDefault(kind.idVariable(), id);
        List<MovedCustomerUsers> moved = write(hit, source, values, newId, work);
        Hit after = reread(hit.slot(), source, RecordValues.written(newId, hit.record(), values));
        if (allAnswered) {
            claim(after, work.recording());
        }
        if (newId.equals(id)) {
            events.updated(kind, id, hit.slot().name(), values.keySet());
        } else {
            events.renamed(kind, newId, id, hit.slot().name(), values.keySet());
        }
        return new Updated(after, moved);
    }

    private List<MovedCustomerUsers> write(
            Hit hit, AskedSource source, Map<String, String> values, String newId, Work work)
            throws DirectoryException {
        String id = hit.record().id();
        Change change = work.change();
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
        try (ReservedKeys keys = reserve(source, values, ids, work.recording())) {
            return work.recording().run(() -> write(hit, source, values, newId, work, statement, keys));
        }
    }

    private List<MovedCustomerUsers> write(
            Hit hit,
            AskedSource source,
            Map<String, String> values,
            String newId,
            Work work,
            RecordChange statement,
            ReservedKeys keys)
            throws DirectoryException {
        String id = hit.record().id();
        rules.checkReferences(source, values, Optional.of(hit));
        if (newId.equals(id)) {
            work.before().run();
            WriteCall call = () -> source.update(statement);
            call.run(id, source, keys);
            keys.recording().done();
            return List.of();
        }
        try (Check free = new Uniqueness(concerned(hit, newId), memory, kind, Optional.of(hit)).askId(newId)) {
            free.require();
        }
        WriteCall call = () -> source.rename(statement, newId);
        List<MovedCustomerUsers> moved =
                renamer.rename(hit, newId, work.change().actor(), () -> {
                    work.before().run();
                    call.run(id, source, keys);
                });
        keys.recording().done(RecordAudit.note(moved));
        return moved;
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
    private ReservedKeys reserve(AskedSource source, Map<String, String> values, List<Value> ids, Recording recording)
            throws AlreadyExistsException, StoreUnavailableException {
        List<Value> wanted = new ArrayList<>(ids);
        rules.uniqueEmail(source, values).ifPresent(email -> wanted.add(new Value(Fields.EMAIL, email)));
        if (wanted.isEmpty() && rules.customer(source, values).isPresent()) {
            wanted.add(Value.unshared(Fields.CUSTOMER));
        }
        return ReservedKeys.take(memory, slots, wanted, recording);
    }

    /** The record is written already: that its owner could not be remembered must not look as if it were not. */
    private void claim(Hit hit, Recording recording) {
        if (kind != SlotKind.CUSTOMER_USER) {
            return;
        }
        try {
            memory.confirm(Renaming.claim(hit), recording);
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
