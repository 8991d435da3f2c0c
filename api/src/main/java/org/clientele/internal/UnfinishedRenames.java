package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.NotFoundException;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.conflict.Conflict.UnfinishedRename.Renamed;
import org.clientele.conflict.ConflictPage;
import org.clientele.internal.Audit.Planned;
import org.clientele.internal.Renamer.Ended;
import org.clientele.spi.Deadline;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.CustomerReference.PendingRename;
import org.clientele.spi.store.Owner;

/** Renames that a dying process left behind: they are told, and finished when somebody says so. */
final class UnfinishedRenames {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final CustomerUserDirectory users;
    private final CustomerRenaming customerRenaming;
    private final Memory memory;
    private final Audit audit;

    UnfinishedRenames(CustomerUserDirectory users, CustomerRenaming customerRenaming, Memory memory) {
        this.users = users;
        this.customerRenaming = customerRenaming;
        this.memory = memory;
        this.audit = new Audit(memory);
    }

    ConflictPage page(int limit) throws StoreUnavailableException {
        List<Conflict> found = new ArrayList<>();
        Deadline end = Deadline.in(LONGEST);
        memory.look(s -> s.renames().unfinished(limit)).forEach(owner -> found.add(rename(owner, end)));
        memory.look(s -> s.customerRenames().unfinished(limit)).forEach(reference -> found.add(rename(reference, end)));
        List<Conflict> first = found.subList(0, Math.min(found.size(), limit));
        return new ConflictPage(first, Optional.empty(), first.size(), List.of(), false);
    }

    /** After its time sources are not asked any more: one that hangs would be waited for at each rename. */
    private UnfinishedRename rename(Owner owner, Deadline end) {
        String to = owner.pending().orElseThrow().login();
        Place place = end.passed() ? Place.UNKNOWN : users.renaming().place(owner);
        return new UnfinishedRename(Renamed.CUSTOMER_USER, owner.login(), to, owner.sourceId(), place);
    }

    private UnfinishedRename rename(CustomerReference reference, Deadline end) {
        PendingRename to = reference.pending().orElseThrow();
        Place place = end.passed() ? Place.UNKNOWN : customerRenaming.place(reference);
        return new UnfinishedRename(Renamed.CUSTOMER, reference.customerId(), to.customerId(), to.sourceId(), place);
    }

    Place finish(UnfinishedRename rename, Actor actor) throws DirectoryException {
        return rename.of() == Renamed.CUSTOMER_USER ? finishCustomerUser(rename, actor) : finishCustomer(rename, actor);
    }

    private Place finishCustomerUser(UnfinishedRename rename, Actor actor) throws DirectoryException {
        Owner owner = memory.requireOwners(users.slots().now(), rename.id()).stream()
                .filter(one -> one.sourceId().equals(rename.sourceId()))
                .filter(one -> one.pending().map(Owner.NewLogin::login).equals(Optional.of(rename.newId())))
                .findFirst()
                .orElseThrow(UnfinishedRenames::settled);
        AuditSubject former = AuditSubject.customerUser(rename.id());
        AuditSubject renamed = AuditSubject.customerUser(rename.newId());
        Recording recording = noted(former, renamed, slot(users.slots().now(), rename), Optional.of(owner.id()), actor);
        Place place = users.renaming().settle(owner, ended -> ended(recording, ended));
        conclude(recording);
        return place;
    }

    private Place finishCustomer(UnfinishedRename rename, Actor actor) throws DirectoryException {
        CustomerReference reference = customerRenaming.unfinished(List.of(rename.id())).stream()
                .filter(one -> one.pending().orElseThrow().customerId().equals(rename.newId()))
                .findFirst()
                .orElseThrow(UnfinishedRenames::settled);
        AuditSubject former = AuditSubject.customer(rename.id());
        AuditSubject renamed = AuditSubject.customer(rename.newId());
        Recording recording = noted(former, renamed, slot(customerRenaming.slots(), rename), Optional.empty(), actor);
        Place place = customerRenaming.place(reference);
        customerRenaming.settle(reference, ended -> ended(recording, ended));
        return conclude(recording) ? place : Place.UNKNOWN;
    }

    private static NotFoundException settled() {
        return new NotFoundException("There is no such unfinished rename any more.");
    }

    private static String slot(List<Slot> slots, UnfinishedRename rename) {
        return slots.stream()
                .filter(slot -> slot.sourceId().equals(rename.sourceId()))
                .findFirst()
                .map(Slot::name)
                .orElse(rename.sourceId());
    }

    private Recording noted(
            AuditSubject former, AuditSubject renamed, String source, Optional<Long> person, Actor actor)
            throws StoreUnavailableException {
        Planned planned = new Planned(AuditAction.RENAME, former, Optional.of(renamed), source, List.of(), person);
        Recording recording = audit.recording(actor, List.of(planned));
        audit.note(recording);
        return recording;
    }

    private static void ended(Recording recording, Ended ended) {
        recording.done(
                ended.renamed()
                        ? RecordAudit.finishedLater(ended.note())
                        : "taken back, the source has the former name");
    }

    /** @return whether it came to an end */
    private boolean conclude(Recording recording) {
        boolean ended = recording.isConcluded();
        recording.conclude(
                recording.ids(),
                AuditOutcome.FAILED,
                "still unfinished: the source does not say clearly where the record is, somebody is at work at it, or the store"
                        + " is away");
        audit.conclude(recording);
        return ended;
    }
}
