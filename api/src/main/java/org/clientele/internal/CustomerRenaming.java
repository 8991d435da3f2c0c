package org.clientele.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.audit.AuditSubject;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.customer.MovedCustomerUsers.Rest;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.ReservedKeys.Value;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.CustomerReference.PendingRename;
import org.clientele.spi.store.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renames of customers in four steps: the store notes the new customer ID at the customer's reference, the source changes the
 * record, the customer users are moved, the store finishes the reference. Whoever dies in between leaves a note, and everybody
 * who comes across it, or looks for such notes from time to time, asks the source which of the two IDs it has, and does the rest
 * or takes back.
 */
final class CustomerRenaming implements Renamer {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerRenaming.class);
    private static final int AT_ONCE = 100;
    /** For writes that were under way; longer ones are awaited by the sweep. */
    private static final Duration LATECOMERS = Duration.ofSeconds(5);

    private final Slots slots;
    private final Memory memory;
    private final Events events;
    private final CustomerUserSlots customerUsers;
    private final Audit audit;
    /** The references that the log has been told of. */
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    CustomerRenaming(Slots slots, Memory memory, Events events, CustomerUserSlots customerUsers) {
        this.slots = slots;
        this.memory = memory;
        this.events = events;
        this.customerUsers = customerUsers;
        this.audit = new Audit(memory);
    }

    /** Who has to be told which sources of customer users there are. */
    CustomerUserSlots customerUsers() {
        return customerUsers;
    }

    List<Slot> slots() {
        return slots.now();
    }

    @Override
    public List<Value> reserved(String id, String newId) {
        return List.of(new Value(Fields.CUSTOMER_ID, id), new Value(Fields.CUSTOMER_ID, newId));
    }

    @Override
    public List<MovedCustomerUsers> rename(Hit hit, String newId, Actor actor, Step step) throws DirectoryException {
        String id = hit.record().id();
        Slot slot = hit.slot();
        requireCustomerUsers();
        CustomerUserMoves moves = moves(slot, id, newId, actor.name());
        moves.requirePossible();
        PendingRename to = new PendingRename(slot.loginKey(newId), newId, slot.sourceId(), actor.name());
        CustomerReference reference = memory.change(s -> s.customerRenames().begin(slot.loginKey(id), id, to));
        if (reference.pending().filter(found -> isSame(found, to)).isEmpty()) {
            throw ReservedKeys.busy(new Value(Fields.CUSTOMER_ID, id));
        }
        try {
            step.run();
        } catch (UncertainException e) {
            throw e;
        } catch (DirectoryException e) {
            end(reference, false);
            throw e;
        }
        List<MovedCustomerUsers> moved = carryOut(moves, reference);
        if (isDone(moved)) {
            end(reference, true);
        }
        return moved;
    }

    /**
     * Nobody comes to the former ID any more but those who asked for it before the record was changed; whoever of them takes
     * longer than others wait is moved later.
     */
    private List<MovedCustomerUsers> carryOut(CustomerUserMoves moves, CustomerReference reference) {
        boolean complete = isNobodyComing();
        List<MovedCustomerUsers> moved = moves.carryOut(() -> isStillPending(reference));
        return complete
                ? moved
                : moved.stream().map(CustomerRenaming::unfinished).toList();
    }

    private boolean isNobodyComing() {
        try {
            return ReservedKeys.awaitWriters(memory, SlotKind.CUSTOMER_USER, LATECOMERS);
        } catch (StoreUnavailableException e) {
            LOG.debug("Who is writing customer users could not be asked", e);
            return false;
        }
    }

    private static MovedCustomerUsers unfinished(MovedCustomerUsers source) {
        return source.rest() == Rest.NONE
                ? new MovedCustomerUsers(source.source(), source.number(), Rest.UNFINISHED)
                : source;
    }

    private void requireCustomerUsers() throws SourceUnavailableException {
        if (!customerUsers.areThere()) {
            throw new SourceUnavailableException(
                    Reason.WAITING, "The directory of customer users is being started; nothing was changed, try again");
        }
    }

    private CustomerUserMoves moves(Slot slot, String from, String to, String actor) {
        boolean anyCase = !slot.loginKey("A").equals("A");
        return new CustomerUserMoves(customerUsers.now(), memory, new CustomerMove(from, to, anyCase, actor));
    }

    private static boolean isSame(PendingRename one, PendingRename other) {
        return one.key().equals(other.key()) && one.customerId().equals(other.customerId());
    }

    /** Whether nobody is left who could be moved. */
    private boolean isDone(List<MovedCustomerUsers> moved) {
        return customerUsers.areThere() && moved.stream().noneMatch(source -> source.rest() == Rest.UNFINISHED);
    }

    @Override
    public void settle(Collection<String> ids) throws AlreadyExistsException, StoreUnavailableException {
        unfinished(ids).forEach(this::settle);
        for (CustomerReference reference : unfinished(ids)) {
            throw ReservedKeys.busy(new Value(Fields.CUSTOMER_ID, reference.customerId()));
        }
    }

    @Override
    public boolean isUnfinished(String id, List<Owner> owners) throws StoreUnavailableException {
        return !unfinished(List.of(id)).isEmpty();
    }

    /** The renames from or to these customer IDs that are not finished. */
    Set<CustomerReference> unfinished(Collection<String> ids) throws StoreUnavailableException {
        return known(ids).values().stream()
                .filter(reference -> reference.pending().isPresent())
                .collect(Collectors.toSet());
    }

    /** By key. Where case matters the key is the ID itself. */
    private Map<String, CustomerReference> known(Collection<String> ids) throws StoreUnavailableException {
        Set<String> keys = ids.stream()
                .filter(Memory::isKept)
                .flatMap(id -> Stream.of(id, OrderKey.of(id)))
                .collect(Collectors.toSet());
        return memory.look(s -> s.customers().of(keys));
    }

    /**
     * Settles whatever was left unfinished, as far as nobody is at work at it and the sources can be asked.
     *
     * @return whether there was nothing, so that nothing can be left
     */
    boolean sweep() throws StoreUnavailableException {
        List<CustomerReference> unfinished =
                memory.look(s -> s.customerRenames().unfinished(AT_ONCE));
        unfinished.forEach(this::settle);
        return unfinished.isEmpty();
    }

    /** Does the rest of a rename, or takes it back, unless somebody is at work at it. */
    private void settle(CustomerReference reference) {
        settle(reference, ended -> {
            if (ended.renamed()) {
                recordFinished(reference, ended.note());
            }
        });
    }

    private void recordFinished(CustomerReference reference, String note) {
        PendingRename to = reference.pending().orElseThrow();
        RecordAudit.finished(
                audit,
                Actor.program(to.actor()),
                AuditSubject.customer(reference.customerId()),
                AuditSubject.customer(to.customerId()),
                slot(to).map(Slot::name).orElse(""),
                note);
    }

    /** @param witness is told if it comes to an end */
    void settle(CustomerReference reference, Witness witness) {
        PendingRename to = reference.pending().orElseThrow();
        List<Value> values = reserved(reference.customerId(), to.customerId());
        try (ReservedKeys keys = ReservedKeys.take(memory, slots, values)) {
            if (isStillPending(reference)) {
                settleReserved(reference, to, witness);
            }
        } catch (AlreadyExistsException beingRenamed) {
            LOG.debug("A rename of a customer is under way", beingRenamed);
        } catch (StoreUnavailableException e) {
            LOG.debug("A rename of a customer could not be settled", e);
        }
    }

    private void settleReserved(CustomerReference reference, PendingRename to, Witness witness) {
        Optional<Slot> slot = slot(to);
        Place place = place(reference);
        if (place == Place.FORMER && end(reference, false)) {
            witness.ended(new Ended(false, ""));
        } else if (place == Place.NEW && slot.isPresent()) {
            CustomerUserMoves moves = moves(slot.get(), reference.customerId(), to.customerId(), to.actor());
            List<MovedCustomerUsers> moved = carryOut(moves, reference);
            if (isDone(moved) && end(reference, true)) {
                witness.ended(new Ended(true, RecordAudit.note(moved)));
                told(slot.get(), reference.customerId(), to.customerId());
            }
        }
    }

    private void told(Slot slot, String formerId, String newId) {
        slot.source().ifPresent(source -> {
            source.forget(formerId);
            source.forget(newId);
        });
        events.renamed(SlotKind.CUSTOMER, newId, formerId, slot.name(), List.of(Fields.CUSTOMER_ID));
    }

    /** While the store cannot be asked, nobody is moved either. */
    private boolean isStillPending(CustomerReference reference) {
        try {
            return memory.look(s -> s.customers().of(List.of(reference.key()))).containsValue(reference);
        } catch (StoreUnavailableException e) {
            LOG.debug("Whether a rename of a customer is still under way could not be asked", e);
            return false;
        }
    }

    /** Where the customer is, as its source says. */
    Place place(CustomerReference reference) {
        PendingRename to = reference.pending().orElseThrow();
        Optional<Slot> slot = slot(to);
        Optional<AskedSource> source = slot.flatMap(Slot::source);
        if (source.isEmpty()) {
            return Place.UNKNOWN;
        }
        PendingCall<Optional<SourceRecord>> former = source.get().find(reference.customerId());
        PendingCall<Optional<SourceRecord>> next = source.get().find(to.customerId());
        Reply<Optional<SourceRecord>> before = former.reply();
        Reply<Optional<SourceRecord>> after = next.reply();
        if (!before.answered() || !after.answered()) {
            return Place.UNKNOWN;
        }
        Optional<SourceRecord> record = after.value().orElseThrow();
        if (reference.key().equals(to.key())) {
            boolean spelled =
                    record.filter(found -> found.id().equals(to.customerId())).isPresent();
            return spelled ? Place.NEW : Place.FORMER;
        }
        boolean both = record.isPresent() && before.value().orElseThrow().isPresent();
        if (both) {
            warn(reference, to);
            return Place.UNKNOWN;
        }
        return record.isPresent() ? Place.NEW : Place.FORMER;
    }

    /** Whether a reference is certainly that of the customer who has this key now. */
    boolean isClear(CustomerReference reference, String key) {
        if (reference.pending().isEmpty()) {
            return true;
        }
        return switch (place(reference)) {
            case FORMER -> key.equals(reference.key());
            case NEW -> key.equals(reference.pending().get().key());
            case UNKNOWN -> false;
        };
    }

    /** What customers are called besides who are being renamed, by ID as given. */
    Map<String, Set<String>> otherIds(Collection<String> ids) throws StoreUnavailableException {
        Map<String, CustomerReference> known = known(ids);
        Map<String, Set<String>> others = new HashMap<>();
        for (String id : ids) {
            Stream.of(id, OrderKey.of(id))
                    .flatMap(key -> Stream.ofNullable(known.get(key)))
                    .filter(reference -> reference.pending().isPresent())
                    .findFirst()
                    .ifPresent(reference -> others.put(id, reference.customerIds()));
        }
        return others;
    }

    private void warn(CustomerReference reference, PendingRename to) {
        if (told.add(reference.id())) {
            LOG.warn(
                    "The rename of customer reference {} in {} was left unfinished, and now both customer IDs are there:"
                            + " permissions are withheld from both until one of the records is gone",
                    reference.id(),
                    to.sourceId());
        }
    }

    private Optional<Slot> slot(PendingRename to) {
        return slots.now().stream()
                .filter(slot -> slot.sourceId().equals(to.sourceId()))
                .findFirst();
    }

    /** What the sources did stands: that the store could not be told must not look as if it had not happened. */
    private boolean end(CustomerReference reference, boolean renamed) {
        try {
            return memory.change(s -> renamed
                    ? s.customerRenames().finish(reference)
                    : s.customerRenames().abandon(reference));
        } catch (StoreUnavailableException e) {
            LOG.warn("The rename of a customer is finished later, because the store could not be told", e);
            return false;
        }
    }
}
