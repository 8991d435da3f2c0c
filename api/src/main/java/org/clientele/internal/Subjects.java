package org.clientele.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.DirectoryException;
import org.clientele.StoreUnavailableException;
import org.clientele.SuspendedException;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.Persons.Person;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.KeptPersons.Reference;
import org.clientele.spi.store.Owner;

/** The people whose data is protected: all that a login leads to, in whatever source and in the store. */
final class Subjects {
    private final Persons persons;
    private final Memory memory;

    Subjects(Persons persons, Memory memory) {
        this.persons = persons;
        this.memory = memory;
    }

    /**
     * A person.
     *
     * @param hit the record of the owner
     * @param owner the reference, empty while nothing hangs on the person and where it is suspended
     * @param suspended why it is not clear who the login stands for, empty if it is
     * @param shadowed the records with the login in other slots
     * @param away the slots that could not be asked for one
     * @param references see {@link org.clientele.spi.store.KeptPersons#references}
     */
    record Subject(
            Hit hit,
            Optional<Owner> owner,
            Optional<String> suspended,
            List<Hit> shadowed,
            List<Slot> away,
            List<Reference> references) {

        String login() {
            return hit.record().id();
        }

        /**
         * The same by the reference that the person has although he is not known as the owner: another source owned the login in
         * between, and does not have it any more.
         */
        Subject retired() {
            Optional<Owner> own = references.stream()
                    .filter(reference -> !reference.gone())
                    .map(Reference::owner)
                    .filter(one -> one.sourceId().equals(hit.slot().sourceId()))
                    .findFirst();
            boolean other = own.isPresent() && !Persons.isSame(own.get(), hit.record());
            String told = "\"" + login() + "\" is another person than before, for the source tells another identity.";
            Optional<String> why = other ? Optional.of(told) : Optional.empty();
            return new Subject(hit, own.filter(one -> !other), why, shadowed, away, references);
        }

        AskedSource source() throws DirectoryException {
            return hit.slot().source().orElseThrow(hit.slot()::waiting);
        }

        /** The references to people who are no longer there: no source that could know better has the login, or can be asked. */
        List<Long> former() {
            Set<String> alive = Set.copyOf(alive());
            return references.stream()
                    .filter(reference -> !isOwn(reference))
                    .filter(reference -> reference.gone()
                            || !alive.contains(reference.owner().sourceId()))
                    .map(reference -> reference.owner().id())
                    .toList();
        }

        /** The references of the person, and of people who are no longer there, that are marked as disabled here and stay so. */
        List<Reference> disabled() {
            Set<Long> former = Set.copyOf(former());
            return references.stream()
                    .filter(reference -> reference.disabled().isPresent())
                    .filter(reference -> isOwn(reference)
                            || former.contains(reference.owner().id()))
                    .toList();
        }

        boolean isOwn(Reference reference) {
            return owner.filter(own -> own.id() == reference.owner().id()).isPresent();
        }

        private List<String> alive() {
            List<String> alive = new ArrayList<>(List.of(hit.slot().sourceId()));
            shadowed.forEach(other -> alive.add(other.slot().sourceId()));
            away.forEach(slot -> alive.add(slot.sourceId()));
            return alive.stream().distinct().toList();
        }
    }

    Subject require(String login) throws DirectoryException {
        try {
            Person person = persons.require(login);
            Subject subject = subject(person.hit(), person.owner(), Optional.empty());
            return subject.owner().isPresent() ? subject : subject.retired();
        } catch (SuspendedException e) {
            Hit hit = new LookUp(persons.slots(), memory).ask(login).certain(SlotKind.CUSTOMER_USER, login);
            return subject(hit, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private Subject subject(Hit hit, Optional<Owner> owner, Optional<String> suspended)
            throws StoreUnavailableException {
        String login = hit.record().id();
        Map<Slot, PendingCall<Optional<SourceRecord>>> calls = new LinkedHashMap<>();
        persons.slots().stream()
                .filter(slot -> !slot.name().equals(hit.slot().name()))
                .forEach(slot -> calls.put(slot, slot.ask(source -> source.find(login))));
        List<Hit> shadowed = new ArrayList<>();
        List<Slot> away = new ArrayList<>();
        calls.forEach((slot, call) -> {
            Reply<Optional<SourceRecord>> reply = call.reply();
            reply.value()
                    .flatMap(found -> found)
                    .ifPresent(record -> shadowed.add(new Hit(slot, record, hit.ownership())));
            if (!reply.answered()) {
                away.add(slot);
            }
        });
        return new Subject(hit, owner, suspended, shadowed, away, references(login));
    }

    private List<Reference> references(String login) throws StoreUnavailableException {
        List<Slot> slots = persons.slots();
        Set<String> keys =
                Set.of(login).equals(Set.of(OrderKey.of(login))) ? Set.of(login) : Set.of(login, OrderKey.of(login));
        return memory.look(s -> s.persons().references(keys)).stream()
                .filter(reference -> keys.contains(reference.owner().loginKey()))
                .filter(reference -> isKey(slots, reference.owner(), login))
                .toList();
    }

    /** Another spelling is another person where case matters. */
    private static boolean isKey(List<Slot> slots, Owner owner, String login) {
        return slots.stream()
                .filter(slot -> slot.sourceId().equals(owner.sourceId()))
                .allMatch(slot -> slot.loginKey(login).equals(owner.loginKey()));
    }
}
