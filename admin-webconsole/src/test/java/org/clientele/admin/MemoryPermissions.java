package org.clientele.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.access.Permissions;

final class MemoryPermissions implements Permissions {
    /** The changes that were asked for last. */
    List<PermissionChange> asked = List.of();

    private final MemoryStore store;

    MemoryPermissions(MemoryStore store) {
        this.store = store;
    }

    /** Gives permissions in the default context, whatever was there. */
    void give(Holder holder, long group, String... types) {
        Set<Permission> permissions = new HashSet<>();
        List.of(types).forEach(type -> permissions.add(Permission.of(type)));
        store.put(holder, group, permissions);
    }

    @Override
    public AccessRules rules() {
        return store.rules;
    }

    @Override
    public Map<Long, Set<Permission>> of(Holder holder) throws DirectoryException {
        store.require(holder);
        store.check();
        return Map.copyOf(store.of(holder));
    }

    @Override
    public Map<Holder, Set<Permission>> in(long group, Collection<? extends Holder> holders) throws DirectoryException {
        store.check();
        Map<Holder, Set<Permission>> found = new HashMap<>();
        for (Holder holder : holders) {
            Set<Permission> given = store.of(holder).getOrDefault(group, Set.of());
            if (!given.isEmpty() && store.knows(holder)) {
                found.put(holder, given);
            }
        }
        return found;
    }

    @Override
    public synchronized List<PermissionChange> change(Collection<PermissionChange> changes, Actor actor)
            throws DirectoryException {
        asked = List.copyOf(changes);
        check(changes);
        List<PermissionChange> made = new ArrayList<>();
        for (PermissionChange change : changes) {
            Set<Permission> before = reduced(change.before());
            Set<Permission> after = reduced(change.after());
            Set<Permission> stored = store.of(change.holder()).getOrDefault(change.group(), Set.of());
            if (!before.equals(after) && stored.equals(before)) {
                store.put(change.holder(), change.group(), after);
                store.changes++;
                made.add(new PermissionChange(change.holder(), change.group(), before, after));
            }
        }
        return made;
    }

    private void check(Collection<PermissionChange> changes) throws DirectoryException {
        store.check();
        for (PermissionChange change : changes) {
            if (store.groups.stream().noneMatch(group -> group.id() == change.group())) {
                throw new InvalidInputException("group", "There is no such group.");
            }
            for (Permission permission : change.after()) {
                check(change.holder(), permission);
            }
            store.require(change.holder());
        }
    }

    private void check(Holder holder, Permission permission) throws InvalidInputException {
        if (!store.rules.types().contains(permission.type())) {
            throw new InvalidInputException("type", "There is no such permission type.");
        }
        boolean foreign = holder instanceof Holder.CustomerUser && permission.context() != Context.SAME_CUSTOMER;
        if (foreign || !store.rules.contexts().contains(permission.context())) {
            throw new InvalidInputException("context", "There is no such context.");
        }
    }

    private static Set<Permission> reduced(Set<Permission> permissions) {
        Set<Permission> reduced = new HashSet<>(permissions);
        reduced.removeIf(permission -> !permission.type().equals(Permission.ALL)
                && permissions.contains(new Permission(permission.context(), Permission.ALL)));
        return reduced;
    }
}
