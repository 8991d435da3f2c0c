package org.clientele.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.clientele.StoreUnavailableException;
import org.clientele.access.Context;
import org.clientele.access.Permission;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredPermissions;

/** Permissions in {@code customer_user_permission} and {@code customer_permission}. */
final class JpaPermissions implements StoredPermissions {

    private final StoreCalls calls;
    private final KnownOrder order;

    JpaPermissions(StoreCalls calls) {
        this.calls = calls;
        this.order = new KnownOrder(calls);
    }

    @Override
    public List<Row> of(Kind kind, Collection<Long> references) throws StoreUnavailableException {
        PermissionTable table = PermissionTable.of(kind);
        return rows(references, table::of);
    }

    @Override
    public List<Row> in(long group, Kind kind, Collection<Long> references) throws StoreUnavailableException {
        PermissionTable table = PermissionTable.of(kind);
        return rows(references, (portion, entities) -> table.in(List.of(group), portion, entities));
    }

    @Override
    public List<CustomerReference> customersWith(Collection<Long> groups, Set<Permission> any)
            throws StoreUnavailableException {
        return groups.isEmpty() || any.isEmpty()
                ? List.of()
                : calls.read(entities -> customersWith(groups, any, entities));
    }

    @Override
    public List<Owner> customerUsersWith(long group, Set<Permission> any, Optional<String> afterKey, int limit)
            throws StoreUnavailableException {
        if (any.isEmpty()) {
            return List.of();
        }
        KeyOrder known = order.get();
        // every key is behind the empty one
        return calls.read(entities -> PeopleOfGroup.page(group, any, afterKey.orElse(""), limit, known, entities));
    }

    @Override
    public List<RowChange> change(List<RowChange> changes, String actor) throws StoreUnavailableException {
        return changes.isEmpty()
                ? List.of()
                : calls.write(entities -> PermissionChanges.make(changes, Signature.of(actor), entities));
    }

    private List<Row> rows(
            Collection<Long> references, BiFunction<List<Long>, EntityManager, List<? extends GivenPermission>> select)
            throws StoreUnavailableException {
        List<List<Long>> portions = Portions.of(references);
        return portions.isEmpty()
                ? List.of()
                : calls.read(entities -> portions.stream()
                        .flatMap(portion -> select.apply(portion, entities).stream())
                        .map(GivenPermission::row)
                        .toList());
    }

    private static List<CustomerReference> customersWith(
            Collection<Long> groups, Set<Permission> any, EntityManager entities) {
        Map<Context, List<String>> types =
                any.stream().collect(groupingBy(Permission::context, mapping(Permission::type, toList())));
        String given = types.keySet().stream()
                .map(context -> "p.context = :" + context + " and p.type in :types" + context)
                .collect(joining(" or "));
        TypedQuery<StoredCustomerReference> query = entities.createQuery(
                        "select r from StoredCustomerReference r where r.gone = 0 and r.id in (select p.reference"
                                + " from CustomerPermission p where p.group in :groups and (" + given + "))",
                        StoredCustomerReference.class)
                .setParameter("groups", groups);
        types.forEach((context, some) ->
                query.setParameter(context.name(), context.key()).setParameter("types" + context, some));
        return query.getResultList().stream()
                .map(StoredCustomerReference::reference)
                .sorted(JpaCustomerReferences.BY_KEY)
                .toList();
    }
}
