package org.clientele.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.Answer;
import org.clientele.DirectoryException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StoreUnavailableException;
import org.clientele.SuspendedException;
import org.clientele.access.AccessRules;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;

/** What the directory's store keeps about groups and permissions, with the rules that all services over it share. */
final class MemoryStore {
    final List<Group> groups = new ArrayList<>();
    /** By {@link #key}, then by group. */
    final Map<String, Map<Long, Set<Permission>>> given = new HashMap<>();
    /** Customers by lower-case login, then by lower-case ID. */
    final Map<String, Map<String, String>> assigned = new HashMap<>();

    final List<String> suspended = new ArrayList<>();
    AccessRules rules = Rules.shipped();
    boolean away;
    int changes;

    private final MemoryUsers users;
    private final MemoryCustomers customers;

    MemoryStore(MemoryUsers users, MemoryCustomers customers) {
        this.users = users;
        this.customers = customers;
    }

    void check() throws StoreUnavailableException {
        if (away) {
            throw new StoreUnavailableException(StoreUnavailableException.NOTICE);
        }
    }

    void require(Holder holder) throws DirectoryException {
        Answer<?> answer = holder instanceof Holder.Customer ? customers.find(holder.id()) : users.find(holder.id());
        if (answer instanceof Answer.Unavailable) {
            throw new SourceUnavailableException(Reason.CONNECTION, "A source cannot be asked.");
        }
        if (answer instanceof Answer.NotFound) {
            throw new NotFoundException("There is no \"" + holder.id() + "\".");
        }
        if (suspended.contains(holder.id())) {
            throw new SuspendedException("The login belongs to another person than before.");
        }
    }

    boolean knows(Holder holder) throws DirectoryException {
        try {
            require(holder);
            return true;
        } catch (NotFoundException | SuspendedException e) {
            return false;
        }
    }

    Map<Long, Set<Permission>> of(Holder holder) {
        return given.getOrDefault(key(holder), Map.of());
    }

    void put(Holder holder, long group, Set<Permission> permissions) {
        Map<Long, Set<Permission>> groupsOf = given.computeIfAbsent(key(holder), any -> new TreeMap<>());
        if (permissions.isEmpty()) {
            groupsOf.remove(group);
        } else {
            groupsOf.put(group, Set.copyOf(permissions));
        }
    }

    Map<String, String> customersOf(String login) {
        return assigned.computeIfAbsent(lower(login), any -> new TreeMap<>());
    }

    static String key(Holder holder) {
        return holder.getClass().getSimpleName() + " " + lower(holder.id());
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
