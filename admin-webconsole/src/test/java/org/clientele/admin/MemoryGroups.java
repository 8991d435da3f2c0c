package org.clientele.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.access.Groups;

final class MemoryGroups implements Groups {
    private final MemoryStore store;
    private long last;

    MemoryGroups(MemoryStore store) {
        this.store = store;
    }

    /** Adds a valid group. */
    Group add(String name, String comment) {
        Group group = new Group(++last, name, comment, Validity.VALID, 1);
        store.groups.add(group);
        return group;
    }

    @Override
    public synchronized List<Group> list() throws StoreUnavailableException {
        store.check();
        return store.groups.stream()
                .sorted(Comparator.comparing(group -> MemoryStore.lower(group.name())))
                .toList();
    }

    @Override
    public Optional<Group> find(String name) throws StoreUnavailableException {
        return list().stream()
                .filter(group -> MemoryStore.lower(group.name()).equals(MemoryStore.lower(name)))
                .findFirst();
    }

    @Override
    public synchronized Group add(String name, String comment, Validity validity, Actor actor)
            throws InvalidInputException, AlreadyExistsException, StoreUnavailableException {
        check(name.strip(), comment);
        if (find(name.strip()).isPresent()) {
            throw new AlreadyExistsException("name", "There is a group of this name already.");
        }
        Group group = new Group(++last, name.strip(), comment, validity, 1);
        store.groups.add(group);
        store.changes++;
        return group;
    }

    @Override
    public synchronized Group update(Group group, Actor actor)
            throws InvalidInputException, AlreadyExistsException, NotFoundException, StaleException,
                    StoreUnavailableException {
        String name = group.name().strip();
        check(name, group.comment());
        Group old = list().stream()
                .filter(one -> one.id() == group.id())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no such group."));
        if (old.version() != group.version()) {
            throw new StaleException("The group was changed by somebody else in the meantime.");
        }
        if (find(name).filter(one -> one.id() != group.id()).isPresent()) {
            throw new AlreadyExistsException("name", "There is a group of this name already.");
        }
        Group changed = new Group(group.id(), name, group.comment(), group.validity(), old.version() + 1);
        store.groups.set(store.groups.indexOf(old), changed);
        store.changes++;
        return changed;
    }

    private static void check(String name, String comment) throws InvalidInputException {
        if (name.isEmpty()) {
            throw new InvalidInputException("name", Fault.of(Fault.Kind.REQUIRED, "The name is required."));
        }
        length("name", name, LONGEST_NAME);
        length("comment", comment, LONGEST_COMMENT);
    }

    private static void length(String field, String text, int most) throws InvalidInputException {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw new InvalidInputException(field, Fault.of(Fault.Kind.TOO_LONG, "Too long.", length, most));
        }
    }
}
