package org.clientele.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.DisabledHere;
import org.clientele.InvalidInputException;
import org.clientele.LocalDisabling;
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

    @Activate
    public KeptDisabling(
            @Reference CustomerUserDirectory directory, @Reference Memory memory, @Reference Events events) {
        this.persons = directory.persons();
        this.memory = memory;
        this.events = events;
    }

    @Override
    public CustomerUser disable(String login, String comment, Actor actor) throws DirectoryException {
        String why = checked(comment);
        Person person = persons.require(login);
        requireReadOnly(person.hit().slot());
        long reference = persons.reference(person);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        memory.marks().announce(person.hit().slot());
        memory.change(s -> s.disabledPeople().disable(reference, new DisabledHere(now, actor.name(), why)));
        return changed(login);
    }

    @Override
    public CustomerUser enable(String login, Actor actor) throws DirectoryException {
        Person person = persons.require(login);
        if (person.hit().disabled().isEmpty()) {
            return CustomerUserDirectory.entry(person.hit());
        }
        long reference = persons.reference(person);
        memory.change(s -> s.disabledPeople().enable(reference));
        return changed(login);
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
