package org.clientele.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditSubject;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.conflict.ConflictKind;
import org.clientele.conflict.ConflictPage;
import org.clientele.conflict.Conflicts;
import org.clientele.internal.Audit.Planned;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.store.Owner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link Conflicts}. */
@Component(service = Conflicts.class)
public final class FoundConflicts implements Conflicts {
    /** What events name as changed. */
    private static final Set<String> CHANGED = Set.of("identity");

    private final CustomerUserDirectory users;
    private final UnfinishedRenames renames;
    private final Memory memory;
    private final Events events;
    private final Audit audit;

    @Activate
    public FoundConflicts(
            @Reference CustomerUserDirectory users,
            @Reference CustomerDirectory customers,
            @Reference Memory memory,
            @Reference Events events) {
        this.users = users;
        this.renames = new UnfinishedRenames(users, customers.renaming(), memory);
        this.memory = memory;
        this.events = events;
        this.audit = new Audit(memory);
    }

    @Override
    public ConflictPage find(ConflictKind kind, Optional<String> after, int limit)
            throws InvalidInputException, StoreUnavailableException {
        if (limit < 1 || limit > MOST) {
            String message = "The limit must be from 1 to " + MOST + ".";
            throw new InvalidInputException("limit", Fault.of(Fault.Kind.BAD_LIMIT, message, MOST));
        }
        List<Slot> slots = users.slots().now();
        Overlaps overlaps = new Overlaps(users::shown);
        return switch (kind) {
            case UNFINISHED_RENAME -> renames.page(limit);
            case SUSPENDED_REFERENCE -> new SuspendedPeople(slots, memory, users::shown, limit).page(after);
            case SHADOWED_LOGIN -> new OverlapWalk(slots, overlaps::logins, limit).page(after);
            case SHARED_EMAIL -> new OverlapWalk(slots, overlaps::emails, limit).page(after);
        };
    }

    @Override
    public Place finish(UnfinishedRename rename, Actor actor) throws DirectoryException {
        return renames.finish(rename, actor);
    }

    @Override
    public CustomerUser samePerson(String login, String remembered, String told, Actor actor)
            throws DirectoryException {
        Suspended suspended = suspended(login, remembered, told);
        decide(
                suspended,
                remembered,
                told,
                actor,
                s -> s.identities().replace(suspended.reference(), remembered, told));
        return decided(suspended.hit());
    }

    @Override
    public CustomerUser anotherPerson(String login, String remembered, String told, Actor actor)
            throws DirectoryException {
        Suspended suspended = suspended(login, remembered, told);
        decide(suspended, remembered, "", actor, s -> s.identities().part(suspended.reference(), remembered));
        memory.confirm(Renaming.claim(suspended.hit()));
        return decided(suspended.hit());
    }

    /** @param after the native id that the reference has then, empty if it belongs to nobody any more */
    private void decide(
            Suspended suspended, String before, String after, Actor actor, Memory.StoreCall<Boolean> decision)
            throws StoreUnavailableException, StaleException {
        Planned planned = new Planned(
                AuditAction.UPDATE,
                AuditSubject.customerUser(suspended.hit().record().id()),
                Optional.empty(),
                suspended.hit().slot().name(),
                List.of(new AuditChange("nativeId", before, after)),
                Optional.of(suspended.reference()));
        Recording recording = audit.recording(actor, List.of(planned));
        audit.note(recording);
        boolean changed = audit.storing(recording, decision);
        recording.done(changed);
        audit.conclude(recording);
        requireChanged(changed);
    }

    private CustomerUser decided(Hit hit) {
        events.updated(SlotKind.CUSTOMER_USER, hit.record().id(), hit.slot().name(), CHANGED);
        return users.shown(hit);
    }

    private record Suspended(Hit hit, long reference) {}

    private Suspended suspended(String login, String remembered, String told) throws DirectoryException {
        if (!LookUp.isAskable(login)) {
            throw LookUp.notFound(SlotKind.CUSTOMER_USER, login);
        }
        List<Slot> slots = users.slots().now();
        Hit hit = new LookUp(slots, memory).ask(login).certain(SlotKind.CUSTOMER_USER, login);
        Owner owner = memory.requireOwners(slots, hit.record().id()).stream()
                .filter(known -> known.sourceId().equals(hit.slot().sourceId()))
                .filter(known -> known.nativeId().equals(Optional.of(remembered)))
                .findFirst()
                .orElseThrow(FoundConflicts::stale);
        requireChanged(hit.record().nativeId().equals(Optional.of(told)) && !Persons.isSame(owner, hit.record()));
        return new Suspended(hit, owner.id());
    }

    private static void requireChanged(boolean changed) throws StaleException {
        if (!changed) {
            throw stale();
        }
    }

    private static StaleException stale() {
        return new StaleException(
                "Somebody decided this meanwhile, or the source tells yet another identity; look again.");
    }
}
