package org.clientele.admin;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.access.Assignments;
import org.clientele.access.Holder;

final class MemoryAssignments implements Assignments {
    /** The changes that were asked for last. */
    List<Assignment> asked = List.of();

    private final MemoryStore store;
    private final MemoryUsers users;

    MemoryAssignments(MemoryStore store, MemoryUsers users) {
        this.store = store;
        this.users = users;
    }

    /** Assigns a customer, whatever was there. */
    void assign(String login, String customerId) {
        store.customersOf(login).put(MemoryStore.lower(customerId), customerId);
    }

    @Override
    public Set<String> customers(String login) throws DirectoryException {
        Set<String> further = assigned(login);
        Set<String> all =
                new LinkedHashSet<>(users.find(login).entry().orElseThrow().customerIds());
        Set<String> keys = all.stream().map(MemoryStore::lower).collect(Collectors.toSet());
        further.stream().filter(id -> keys.add(MemoryStore.lower(id))).forEach(all::add);
        return all;
    }

    @Override
    public Set<String> assigned(String login) throws DirectoryException {
        store.require(new Holder.CustomerUser(login));
        store.check();
        return new LinkedHashSet<>(store.customersOf(login).values());
    }

    @Override
    public Set<String> assignedTo(String customerId, Collection<String> logins) throws DirectoryException {
        store.require(new Holder.Customer(customerId));
        store.check();
        return logins.stream()
                .filter(login -> store.customersOf(login).containsKey(MemoryStore.lower(customerId)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public synchronized Set<Assignment> change(Collection<Assignment> changes, Actor actor) throws DirectoryException {
        asked = List.copyOf(changes);
        if (changes.size() > MOST_CHANGES) {
            throw new InvalidInputException("changes", "These are too many changes.");
        }
        for (Assignment change : changes) {
            store.require(new Holder.CustomerUser(change.login()));
            store.require(new Holder.Customer(change.customerId()));
        }
        store.check();
        Set<Assignment> made = new LinkedHashSet<>();
        for (Assignment change : changes) {
            Map<String, String> customers = store.customersOf(change.login());
            String key = MemoryStore.lower(change.customerId());
            if (customers.containsKey(key) != change.active()) {
                made.add(change);
                store.changes++;
                customers.merge(key, change.customerId(), (old, same) -> null);
            }
        }
        return made;
    }
}
