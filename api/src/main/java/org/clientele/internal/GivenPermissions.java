package org.clientele.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.access.Permissions;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.StoredPermissions.Kind;
import org.clientele.spi.store.StoredPermissions.Row;
import org.clientele.spi.store.StoredPermissions.RowChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link Permissions}. */
@Component(service = Permissions.class)
public final class GivenPermissions implements Permissions {
    /** As many as one transaction of the store takes. */
    private static final int AT_ONCE = 200;

    private final Holders holders;
    private final Memory memory;
    private final AccessRules rules;
    private final Audit audit;

    @Activate
    public GivenPermissions(
            @Reference CustomerUserDirectory customerUsers,
            @Reference CustomerDirectory customers,
            @Reference Memory memory,
            @Reference DirectorySettings settings) {
        this.holders = new Holders(customerUsers.persons(), customers);
        this.memory = memory;
        this.rules = settings.accessRules();
        this.audit = new Audit(memory);
    }

    @Override
    public AccessRules rules() {
        return rules;
    }

    @Override
    public Map<Long, Set<Permission>> of(Holder holder) throws DirectoryException {
        Optional<Long> reference = holders.known(holder);
        if (reference.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = memory.look(s -> s.permissions().of(Holders.kind(holder), Set.of(reference.get())));
        return byGroup(rows);
    }

    @Override
    public Map<Holder, Set<Permission>> in(long group, Collection<? extends Holder> some) throws DirectoryException {
        Map<Holder, Set<Permission>> given = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<? extends Holder> ofKind =
                    some.stream().filter(holder -> Holders.kind(holder) == kind).toList();
            if (!ofKind.isEmpty()) {
                given.putAll(in(group, kind, ofKind));
            }
        }
        return given;
    }

    private Map<Holder, Set<Permission>> in(long group, Kind kind, Collection<? extends Holder> some)
            throws DirectoryException {
        Map<Holder, Long> references = holders.known(kind, some);
        if (references.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = memory.look(s -> s.permissions().in(group, kind, Set.copyOf(references.values())));
        Map<Long, Set<Permission>> byReference = rows.stream()
                .collect(Collectors.groupingBy(
                        Row::reference, Collectors.mapping(Row::permission, Collectors.toUnmodifiableSet())));
        Map<Holder, Set<Permission>> given = new LinkedHashMap<>();
        references.forEach((holder, reference) ->
                Optional.ofNullable(byReference.get(reference)).ifPresent(set -> given.put(holder, set)));
        return given;
    }

    @Override
    public List<PermissionChange> change(Collection<PermissionChange> changes, Actor actor) throws DirectoryException {
        Map<Long, String> groups = groupNames();
        check(changes, groups.keySet());
        Map<RowChange, PermissionChange> asked = rows(changes);
        List<RowChange> rows = List.copyOf(asked.keySet());
        Set<RowChange> made = new LinkedHashSet<>();
        RecordedRows<RowChange> recorded = new RecordedRows<>(audit, actor, row -> {
            PermissionChange change = Objects.requireNonNull(asked.get(row));
            return RelationChange.permissions(
                    change.holder(), groups.getOrDefault(row.group(), ""), row.before(), row.after(), row.reference());
        });
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<RowChange> some = rows.subList(from, Math.min(from + AT_ONCE, rows.size()));
            made.addAll(recorded.change(some, s -> s.permissions().change(some, actor.name())));
        }
        return asked.entrySet().stream()
                .filter(entry -> made.contains(entry.getKey()))
                .map(entry -> new PermissionChange(
                        entry.getValue().holder(),
                        entry.getKey().group(),
                        entry.getKey().before(),
                        entry.getKey().after()))
                .toList();
    }

    /** The changes that change something, as the store takes them. */
    private Map<RowChange, PermissionChange> rows(Collection<PermissionChange> changes) throws DirectoryException {
        Map<Holder, Long> references = references(changes);
        Map<RowChange, PermissionChange> rows = new LinkedHashMap<>();
        for (PermissionChange change : changes) {
            Holder holder = change.holder();
            long reference = Objects.requireNonNull(references.get(holder));
            Set<Permission> before = reduced(change.before());
            Set<Permission> after = reduced(withUnconfigured(before, change.after()));
            if (!before.equals(after)) {
                rows.put(new RowChange(Holders.kind(holder), reference, change.group(), before, after), change);
            }
        }
        return rows;
    }

    private Map<Holder, Long> references(Collection<PermissionChange> changes) throws DirectoryException {
        Set<String> logins = ids(changes, Kind.CUSTOMER_USER);
        Set<String> customerIds = ids(changes, Kind.CUSTOMER);
        Map<String, Long> users = holders.requireCustomerUsers(logins);
        Map<String, CustomerReference> customers = holders.requireCustomers(customerIds);
        Map<Holder, Long> references = new HashMap<>();
        users.forEach((login, reference) -> references.put(new Holder.CustomerUser(login), reference));
        customers.forEach((customerId, reference) -> references.put(new Holder.Customer(customerId), reference.id()));
        return references;
    }

    private static Set<String> ids(Collection<PermissionChange> changes, Kind kind) {
        return changes.stream()
                .map(PermissionChange::holder)
                .filter(holder -> Holders.kind(holder) == kind)
                .map(Holder::id)
                .collect(Collectors.toSet());
    }

    private Map<Long, String> groupNames() throws StoreUnavailableException {
        return memory.look(s -> s.groups().all()).stream().collect(Collectors.toMap(Group::id, Group::name));
    }

    private void check(Collection<PermissionChange> changes, Set<Long> groups) throws InvalidInputException {
        if (changes.size() > MOST_CHANGES) {
            throw new InvalidInputException("changes", tooMany(MOST_CHANGES));
        }
        for (PermissionChange change : changes) {
            if (!groups.contains(change.group())) {
                String message = "There is no group with the number " + change.group() + ".";
                throw new InvalidInputException("group", Fault.of(Fault.Kind.NO_GROUP, message, change.group()));
            }
            Set<Permission> given = new HashSet<>(change.after());
            given.removeAll(change.before());
            for (Permission permission : given) {
                check(change.holder(), permission);
            }
        }
    }

    private void check(Holder holder, Permission permission) throws InvalidInputException {
        AccessSettings.requireType(rules, permission.type());
        boolean user = holder instanceof Holder.CustomerUser;
        if (user && permission.context() != Context.SAME_CUSTOMER
                || !rules.contexts().contains(permission.context())) {
            String key = permission.context().key();
            String message = "The context \"" + key + "\" is "
                    + (user ? "for customers alone." : "not configured; see otherCustomers.");
            throw new InvalidInputException(
                    "context", Fault.of(user ? Fault.Kind.CONTEXT_OF_CUSTOMERS : Fault.Kind.CONTEXT_OFF, message, key));
        }
    }

    /** A type or context that is switched off for a while is not lost by whoever changes something else. */
    private Set<Permission> withUnconfigured(Set<Permission> before, Set<Permission> after) {
        Set<Permission> all = new HashSet<>(after);
        before.stream().filter(permission -> !isConfigured(permission)).forEach(all::add);
        return all;
    }

    private boolean isConfigured(Permission permission) {
        return rules.types().contains(permission.type()) && rules.contexts().contains(permission.context());
    }

    private static Map<Long, Set<Permission>> byGroup(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Row::group, Collectors.mapping(Row::permission, Collectors.toUnmodifiableSet())));
    }

    /** Where everything is given, nothing else is kept. */
    private static Set<Permission> reduced(Set<Permission> permissions) {
        Set<Permission> reduced = new HashSet<>(permissions);
        reduced.removeIf(permission -> !permission.type().equals(Permission.ALL)
                && permissions.contains(new Permission(permission.context(), Permission.ALL)));
        return reduced;
    }

    /** That more changes are asked for than are made at once. */
    static Fault tooMany(int most) {
        return Fault.of(Fault.Kind.TOO_MANY_CHANGES, "At most " + most + " changes are made at once.", most);
    }
}
