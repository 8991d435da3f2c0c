package org.clientele.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.clientele.access.Context;
import org.clientele.access.Permission;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.Owner.NewLogin;

/**
 * The statement for a page of the people who have permissions in a group: those who were given them, and those who were assigned
 * to a customer that was. Two selects, for each has its indexes and no database uses both for an <i>or</i>; each ends at the
 * limit by itself, so that the databases need not collect everybody for one page. Plain, because JPA has no limit inside a
 * statement.
 */
final class PeopleOfGroup {

    private static final String PEOPLE = "select r.id, r.source_id, r.login_key, r.login, r.native_id, r.confirmed_at,"
            + " r.pending_key, r.pending_login, r.%1$s from customer_user_ref r where r.%1$s > %2$s and r.id in (";
    private static final String GIVEN =
            "select p.ref_id from customer_user_permission p where p.group_id = ? and p.type in ";
    private static final String ASSIGNED = "select a.ref_id from customer_permission p"
            + " join customer_assignment a on a.customer_ref_id = p.customer_ref_id"
            + " where p.group_id = ? and (p.context, p.type) in ";
    private static final String PAGE = " order by %s limit ?";

    private final String people;
    private final String page;
    private final List<String> selects = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private PeopleOfGroup(KeyOrder order) {
        people = PEOPLE.formatted(order.column(), order.value());
        page = PAGE.formatted(order.column());
    }

    /** At least one permission is needed. */
    static List<Owner> page(
            long group, Set<Permission> any, String afterKey, int limit, KeyOrder order, EntityManager entities) {
        PeopleOfGroup statement = new PeopleOfGroup(order);
        List<String> types = any.stream()
                .filter(permission -> permission.context() == Context.SAME_CUSTOMER)
                .map(Permission::type)
                .toList();
        if (!types.isEmpty()) {
            statement.select(GIVEN + marks("?", types), afterKey, group, types, limit);
        }
        List<String> pairs = any.stream()
                .flatMap(permission -> Stream.of(permission.context().key(), permission.type()))
                .toList();
        statement.select(ASSIGNED + marks("(?, ?)", any), afterKey, group, pairs, limit);
        return statement.owners(limit, entities);
    }

    private void select(String ids, String afterKey, long group, List<String> permissions, int limit) {
        selects.add("(" + people + ids + ")" + page + ")");
        values.add(afterKey);
        values.add(group);
        values.addAll(permissions);
        values.add(limit);
    }

    private List<Owner> owners(int limit, EntityManager entities) {
        String sql = String.join(" union ", selects);
        if (selects.size() > 1) {
            sql += page;
            values.add(limit);
        }
        Query query = entities.createNativeQuery(sql);
        for (int at = 0; at < values.size(); at++) {
            query.setParameter(at + 1, values.get(at));
        }
        List<Owner> owners = new ArrayList<>();
        for (Object row : query.getResultList()) {
            owners.add(owner((Object[]) row));
        }
        return owners;
    }

    private static Owner owner(Object[] row) {
        return new Owner(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Optional.ofNullable((String) row[4]),
                Instant.ofEpochMilli(((Number) row[5]).longValue()),
                Optional.ofNullable((String) row[6]).map(key -> new NewLogin(key, (String) row[7])));
    }

    private static String marks(String mark, Collection<?> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), mark)) + ")";
    }
}
