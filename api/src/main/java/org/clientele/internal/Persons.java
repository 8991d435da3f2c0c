package org.clientele.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.StoreUnavailableException;
import org.clientele.SuspendedException;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.Memory.Remembered;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.DirectoryStore;
import org.clientele.spi.store.Owner;

/**
 * Who a login stands for at this moment, and the reference that everything hangs on which is his: never what was given to
 * somebody else with the same login, in another source or before him.
 */
final class Persons {
    private final Slots slots;
    private final Memory memory;
    private final Renaming renaming;

    /**
     * A customer user.
     *
     * @param hit the record, whose source certainly owns the login, with the mark of who was disabled here
     * @param owner the reference, empty while nothing hangs on the person
     */
    record Person(Hit hit, Optional<Owner> owner) {}

    Persons(Slots slots, Memory memory, Renaming renaming) {
        this.slots = slots;
        this.memory = memory;
        this.renaming = renaming;
    }

    List<Slot> slots() {
        return slots.now();
    }

    /** The person who has a login, asked from the sources themselves. */
    Person require(String login) throws DirectoryException {
        if (!LookUp.isAskable(login)) {
            throw LookUp.notFound(SlotKind.CUSTOMER_USER, login);
        }
        Hit hit = new LookUp(slots.now(), memory).ask(login).certain(SlotKind.CUSTOMER_USER, login);
        Remembered remembered =
                memory.requireKnown(slots.now(), List.of(hit.record().id()));
        Person person = person(hit, remembered);
        if (person.owner().isPresent()) {
            requireSame(person.owner().get(), hit);
        }
        return person;
    }

    private static Person person(Hit hit, Remembered remembered) {
        Optional<Owner> owner = remembered.owners(hit.record().id()).stream()
                .filter(known -> known.sourceId().equals(hit.slot().sourceId()))
                .findFirst();
        return new Person(remembered.marks().on(hit), owner);
    }

    /**
     * The persons who have these logins, by login as given: one batch per source. Missing is who does not exist, who is another
     * person than before, and whose rename is unclear.
     *
     * @throws SourceUnavailableException if a source that may own one of them cannot be asked
     */
    Map<String, Person> existing(Collection<String> logins)
            throws SourceUnavailableException, StoreUnavailableException {
        Map<String, Hit> hits = new Presence(slots.now(), memory).of(logins);
        Map<String, Person> persons = new HashMap<>();
        of(hits.values()).forEach(person -> persons.put(person.hit().record().id(), person));
        Map<String, Person> existing = new HashMap<>();
        hits.forEach((login, hit) ->
                Optional.ofNullable(persons.get(hit.record().id())).ifPresent(person -> existing.put(login, person)));
        return existing;
    }

    /** The persons whom these records are about, in their order; without those whom {@link #existing} leaves out. */
    List<Person> of(Collection<Hit> hits) throws StoreUnavailableException {
        List<String> logins = hits.stream().map(hit -> hit.record().id()).toList();
        Remembered remembered = memory.requireKnown(slots.now(), logins);
        return hits.stream()
                .map(hit -> person(hit, remembered))
                .filter(person -> isClear(person.owner(), person.hit()))
                .toList();
    }

    private boolean isClear(Optional<Owner> owner, Hit hit) {
        try {
            if (owner.isPresent()) {
                requireSame(owner.get(), hit);
            }
            return true;
        } catch (NotFoundException | SuspendedException e) {
            return false;
        }
    }

    /** The number of a person's reference, which is made if there is none. */
    long reference(Person person) throws InvalidInputException, StoreUnavailableException, SuspendedException {
        if (person.owner().isPresent()) {
            return person.owner().get().id();
        }
        if (!Memory.isKept(person.hit().record().id())) {
            throw new InvalidInputException(
                    Fields.LOGIN,
                    "Nothing can be kept about a login of more than " + DirectoryStore.LONGEST_LOGIN + " characters.");
        }
        Owner made = memory.change(s -> s.confirm(Renaming.claim(person.hit())));
        requireSamePerson(made, person.hit().record());
        return made.id();
    }

    private void requireSame(Owner owner, Hit hit) throws NotFoundException, SuspendedException {
        requireSamePerson(owner, hit.record());
        if (owner.pending().isEmpty()) {
            return;
        }
        String login = hit.record().id();
        Place place = renaming.settle(owner);
        if (place == Place.UNKNOWN) {
            throw new SuspendedException("It is not clear who \"" + login
                    + "\" is, because a rename was left unfinished and both logins are there; until one of the records is gone,"
                    + " preferences and the like are withheld.");
        }
        boolean hasNewLogin =
                hit.slot().loginKey(login).equals(owner.pending().get().key());
        if (hasNewLogin != (place == Place.NEW)) {
            throw LookUp.notFound(SlotKind.CUSTOMER_USER, login);
        }
    }

    /** Whether a reference is about this record: only a native id that differs says that it is not. */
    static boolean isSame(Owner owner, SourceRecord record) {
        return owner.nativeId().isEmpty()
                || record.nativeId().isEmpty()
                || owner.nativeId().equals(record.nativeId());
    }

    private static void requireSamePerson(Owner owner, SourceRecord record) throws SuspendedException {
        if (!isSame(owner, record)) {
            throw new SuspendedException("\"" + record.id()
                    + "\" is another person than before, for the source tells another identity; preferences and the like are"
                    + " withheld.");
        }
    }
}
