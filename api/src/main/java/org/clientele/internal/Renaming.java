package org.clientele.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.audit.AuditSubject;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.ReservedKeys.Value;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.Owner.NewLogin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renames of customer users in three steps: the store notes the new login at the person's reference, the source changes the
 * record, the store finishes the reference. Whoever dies in between leaves a note, and everybody who comes across it, or
 * looks for such notes from time to time, asks the source which of the two logins it has and finishes or takes back.
 */
final class Renaming implements Renamer {
    private static final Logger LOG = LoggerFactory.getLogger(Renaming.class);
    private static final int AT_ONCE = 100;

    private final Slots slots;
    private final Memory memory;
    private final Events events;
    /** The references that the log has been told of. */
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    Renaming(Slots slots, Memory memory, Events events) {
        this.slots = slots;
        this.memory = memory;
        this.events = events;
    }

    @Override
    public List<Value> reserved(String id, String newId) {
        return List.of(new Value(Fields.LOGIN, id), new Value(Fields.LOGIN, newId));
    }

    /** Case alone changes nothing that a reference is found by. */
    @Override
    public List<MovedCustomerUsers> rename(Hit hit, String newLogin, Actor actor, Step step) throws DirectoryException {
        String login = hit.record().id();
        boolean another = !hit.slot().loginKey(newLogin).equals(hit.slot().loginKey(login));
        if (another && Memory.isKept(login)) {
            renameReference(hit, newLogin, step);
        } else {
            step.run();
        }
        return List.of();
    }

    private void renameReference(Hit hit, String newLogin, Step step) throws DirectoryException {
        NewLogin to = new NewLogin(hit.slot().loginKey(newLogin), newLogin);
        Owner owner = memory.change(s -> s.renames().begin(claim(hit), to));
        if (!owner.pending().equals(Optional.of(to))) {
            throw ReservedKeys.busy(new Value(Fields.LOGIN, hit.record().id()));
        }
        try {
            step.run();
        } catch (UncertainException e) {
            throw e;
        } catch (DirectoryException e) {
            end(owner, false);
            throw e;
        }
        end(owner, true);
    }

    /** That the source of a record owns its login. */
    static Claim claim(Hit hit) {
        String login = hit.record().id();
        return new Claim(
                hit.slot().sourceId(),
                hit.slot().loginKey(login),
                login,
                hit.record().nativeId());
    }

    @Override
    public boolean isUnfinished(String id, List<Owner> owners) {
        return !unfinished(owners).isEmpty();
    }

    @Override
    public void settle(Collection<String> logins) throws AlreadyExistsException, StoreUnavailableException {
        Set<Owner> unfinished = unfinished(logins);
        if (unfinished.isEmpty()) {
            return;
        }
        unfinished.forEach(this::settle);
        for (Owner owner : unfinished(logins)) {
            throw ReservedKeys.busy(new Value(Fields.LOGIN, owner.login()));
        }
    }

    /** The renames from or to these logins that are not finished. */
    private Set<Owner> unfinished(Collection<String> logins) throws StoreUnavailableException {
        return memory.requireOwners(slots.now(), logins).values().stream()
                .flatMap(owners -> unfinished(owners).stream())
                .collect(Collectors.toSet());
    }

    /** The renames among these owners that are not finished. */
    static List<Owner> unfinished(List<Owner> owners) {
        return owners.stream().filter(owner -> owner.pending().isPresent()).toList();
    }

    /**
     * Settles whatever was left unfinished, as far as nobody is at work at it and the sources can be asked.
     *
     * @return whether there was nothing, so that nothing can be left
     */
    boolean sweep() throws StoreUnavailableException {
        List<Owner> unfinished = memory.look(s -> s.renames().unfinished(AT_ONCE));
        unfinished.forEach(this::settle);
        return unfinished.isEmpty();
    }

    /** Finishes a rename, or takes it back, unless somebody is at work at it; says where the person is. */
    Place settle(Owner owner) {
        return settle(owner, ended -> {
            if (ended.renamed()) {
                slot(owner).ifPresent(slot -> recordFinished(owner, slot));
            }
        });
    }

    private void recordFinished(Owner owner, Slot slot) {
        RecordAudit.finished(
                new Audit(memory),
                Actor.program(""),
                AuditSubject.customerUser(owner.login()),
                AuditSubject.customerUser(owner.pending().orElseThrow().login()),
                slot.name(),
                "");
    }

    /** @param witness is told if it comes to an end */
    Place settle(Owner owner, Witness witness) {
        NewLogin to = owner.pending().orElseThrow();
        List<Value> logins = reserved(owner.login(), to.login());
        try (ReservedKeys keys = ReservedKeys.take(memory, slots, logins)) {
            Place place = place(owner);
            if (place != Place.UNKNOWN && end(owner, place == Place.NEW)) {
                forget(owner, to, place);
                witness.ended(new Ended(place == Place.NEW, ""));
            }
            return place;
        } catch (AlreadyExistsException beingRenamed) {
            LOG.debug("A rename is under way", beingRenamed);
            return place(owner);
        } catch (StoreUnavailableException e) {
            LOG.debug("A rename could not be settled", e);
            return Place.UNKNOWN;
        }
    }

    /** Where the person is, as the source says. */
    Place place(Owner owner) {
        Optional<AskedSource> source = slot(owner).flatMap(Slot::source);
        if (source.isEmpty()) {
            return Place.UNKNOWN;
        }
        PendingCall<Optional<SourceRecord>> former = source.get().find(owner.login());
        PendingCall<Optional<SourceRecord>> next =
                source.get().find(owner.pending().orElseThrow().login());
        Reply<Optional<SourceRecord>> before = former.reply();
        Reply<Optional<SourceRecord>> after = next.reply();
        if (!before.answered() || !after.answered()) {
            return Place.UNKNOWN;
        }
        return place(owner, before.value().orElseThrow(), after.value().orElseThrow());
    }

    /** Where both are there, only an identity that survives a rename tells who is who. */
    private Place place(Owner owner, Optional<SourceRecord> former, Optional<SourceRecord> next) {
        if (former.isPresent() && next.isPresent()) {
            if (isPerson(owner, next.get())) {
                return Place.NEW;
            }
            if (isPerson(owner, former.get())) {
                return Place.FORMER;
            }
            warn(owner);
            return Place.UNKNOWN;
        }
        return next.filter(record -> Persons.isSame(owner, record)).isPresent() ? Place.NEW : Place.FORMER;
    }

    private void warn(Owner owner) {
        if (told.add(owner.id())) {
            LOG.warn(
                    "The rename of customer user reference {} in {} was left unfinished, and now both logins are there:"
                            + " preferences and the like are withheld from both until one of the records is gone",
                    owner.id(),
                    owner.sourceId());
        }
    }

    private static boolean isPerson(Owner owner, SourceRecord record) {
        return owner.nativeId().isPresent() && Objects.equals(owner.nativeId(), record.nativeId());
    }

    private void forget(Owner owner, NewLogin to, Place place) {
        slot(owner).ifPresent(slot -> {
            slot.source().ifPresent(source -> {
                source.forget(owner.login());
                source.forget(to.login());
            });
            if (place == Place.NEW) {
                events.renamed(SlotKind.CUSTOMER_USER, to.login(), owner.login(), slot.name(), List.of(Fields.LOGIN));
            }
        });
    }

    private Optional<Slot> slot(Owner owner) {
        return slots.now().stream()
                .filter(slot -> slot.sourceId().equals(owner.sourceId()))
                .findFirst();
    }

    /** What the source did stands: that the store could not be told must not look as if it had not happened. */
    private boolean end(Owner owner, boolean renamed) {
        try {
            return memory.change(
                    s -> renamed ? s.renames().finish(owner) : s.renames().abandon(owner));
        } catch (StoreUnavailableException e) {
            LOG.warn("A rename in {} is finished later, because the store could not be told", owner.sourceId(), e);
            return false;
        }
    }
}
