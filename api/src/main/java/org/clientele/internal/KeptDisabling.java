package org.clientele.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.DisabledHere;
import org.clientele.InvalidInputException;
import org.clientele.LocalDisabling;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditSubject;
import org.clientele.internal.Audit.Planned;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.Persons.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link LocalDisabling}. */
@Component(service = LocalDisabling.class)
public final class KeptDisabling implements LocalDisabling {
    /** What events name as changed. */
    private static final Set<String> CHANGED = Set.of("disabledHere");

    private final Persons persons;
    private final Memory memory;
    private final Events events;
    private final Audit audit;

    @Activate
    public KeptDisabling(
            @Reference CustomerUserDirectory directory, @Reference Memory memory, @Reference Events events) {
        this.persons = directory.persons();
        this.memory = memory;
        this.events = events;
        this.audit = new Audit(memory);
    }

    @Override
    public CustomerUser disable(String login, String comment, Actor actor) throws DirectoryException {
        String why = checked(comment);
        Person person = persons.require(login);
        requireReadOnly(person.hit().slot());
        long reference = persons.reference(person);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        memory.marks().announce(person.hit().slot());
        String before = person.hit().disabled().map(DisabledHere::comment).orElse("");
        Recording recording = recording(person, reference, actor, "1", before, why);
        audit.note(recording);
        audit.storing(recording, s -> s.disabledPeople().disable(reference, new DisabledHere(now, actor.name(), why)));
        recording.done();
        audit.conclude(recording);
        return changed(login);
    }

    @Override
    public CustomerUser enable(String login, Actor actor) throws DirectoryException {
        Person person = persons.require(login);
        if (person.hit().disabled().isEmpty()) {
            return CustomerUserDirectory.entry(person.hit());
        }
        long reference = persons.reference(person);
        String before = person.hit().disabled().map(DisabledHere::comment).orElse("");
        Recording recording = recording(person, reference, actor, "0", before, "");
        audit.note(recording);
        audit.storing(recording, s -> s.disabledPeople().enable(reference));
        recording.done();
        audit.conclude(recording);
        return changed(login);
    }

    private Recording recording(
            Person person, long reference, Actor actor, String disabled, String commentBefore, String comment) {
        List<AuditChange> changes = new ArrayList<>();
        String was = person.hit().disabled().isPresent() ? "1" : "0";
        if (!was.equals(disabled)) {
            changes.add(new AuditChange("disabledHere", was, disabled));
        }
        if (!commentBefore.equals(comment)) {
            changes.add(new AuditChange("comment", commentBefore, comment));
        }
        Planned planned = new Planned(
                AuditAction.UPDATE,
                AuditSubject.customerUser(person.hit().record().id()),
                Optional.empty(),
                person.hit().slot().name(),
                changes,
                Optional.of(reference));
        return audit.recording(actor, changes.isEmpty() ? List.of() : List.of(planned));
    }

    private CustomerUser changed(String login) throws DirectoryException {
        Hit hit = persons.require(login).hit();
        events.updated(SlotKind.CUSTOMER_USER, hit.record().id(), hit.slot().name(), CHANGED);
        return CustomerUserDirectory.entry(hit);
    }

    private static void requireReadOnly(Slot slot) throws InvalidInputException {
        if (slot.source().map(AskedSource::writable).orElse(false)) {
            throw new InvalidInputException(
                    "login",
                    "The source " + slot.name() + " takes changes: set the validity of the customer user instead.");
        }
    }

    private static String checked(String comment) throws InvalidInputException {
        String text = comment.strip();
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_COMMENT;
        if (!fits || text.codePoints().anyMatch(KeptDisabling::isNoText)) {
            throw new InvalidInputException(
                    "comment",
                    "The comment is one line of at most " + LONGEST_COMMENT
                            + " characters without control characters.");
        }
        return text;
    }

    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
