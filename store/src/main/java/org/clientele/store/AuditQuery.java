package org.clientele.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.clientele.audit.AuditFilter;
import org.clientele.spi.store.AuditId;

/**
 * The statement for a page of entries, the newest first. What an entry is about stands in two columns: two selects, for each has
 * its index and no database uses both for an <i>or</i>; each ends at the limit by itself. Where an index is by another column
 * first, H2 sees that the index has the order only if that is by that column first, too; MariaDB sees it only otherwise.
 */
final class AuditQuery {

    private static final String SELECT = "select " + AuditRow.COLUMNS + " from audit_entry";
    private static final String SELECT_ID = "select id from audit_entry";
    private static final String PAGE = " order by id desc limit ?";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Optional<String> key;
    /** The first condition that has an index of its own. */
    private final Optional<String> leading;

    private final KeyOrder order;

    private AuditQuery(AuditFilter filter, Optional<String> after, KeyOrder order) {
        this.order = order;
        key = filter.id().map(AuditRow::key);
        leading = leading(filter);
        Optional<String> to = filter.to().map(AuditId::first);
        Stream.of(after, to).flatMap(Optional::stream).min(String::compareTo).ifPresent(id -> and("id < ?", id));
        filter.from().ifPresent(from -> and("id >= ?", AuditId.first(from)));
        filter.actor().ifPresent(actor -> and("actor = ?", actor));
        filter.door().ifPresent(door -> and("door = ?", door.name()));
        filter.action().ifPresent(action -> and("action = ?", action.name()));
        filter.outcome().ifPresent(outcome -> and("outcome = ?", outcome.name()));
    }

    private static Optional<String> leading(AuditFilter filter) {
        return Stream.of(
                        filter.actor().map(any -> "actor"),
                        filter.outcome().map(any -> "outcome"),
                        filter.action().map(any -> "action"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static List<AuditRow> page(
            AuditFilter filter, Optional<String> after, int limit, KeyOrder order, EntityManager entities) {
        AuditQuery query = new AuditQuery(filter, after, order);
        Optional<String> kind = filter.entity().map(Enum::name);
        return rows(query.key.isPresent() ? query.about(kind, limit) : query.all(kind, limit), entities);
    }

    private record Select(String sql, List<Object> values) {}

    private Select all(Optional<String> kind, int limit) {
        kind.ifPresent(name -> {
            and("(subject_kind = ? or other_kind = ?)", name);
            values.add(name);
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        values.add(limit);
        return new Select(SELECT + where + leading.map(this::page).orElse(PAGE), values);
    }

    private Select about(Optional<String> kind, int limit) {
        Select subject = about("subject", kind, limit);
        Select other = about("other", kind, limit);
        List<Object> all = new ArrayList<>(subject.values());
        all.addAll(other.values());
        all.add(limit);
        return new Select("(" + subject.sql() + ") union (" + other.sql() + ")" + PAGE, all);
    }

    private Select about(String column, Optional<String> kind, int limit) {
        List<String> where = new ArrayList<>(List.of(column + "_key = ?"));
        List<Object> all = new ArrayList<>(List.of(key.orElseThrow()));
        kind.ifPresent(name -> {
            where.add(column + "_kind = ?");
            all.add(name);
        });
        where.addAll(conditions);
        all.addAll(values);
        all.add(limit);
        return new Select(SELECT + " where " + String.join(" and ", where) + page(column + "_key"), all);
    }

    /** @param column compared with one value */
    private String page(String column) {
        return order.isKeptBehindEqual() ? PAGE : PAGE.replace("by id", "by " + column + " desc, id");
    }

    private void and(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    /** Entries about a person, the oldest first. */
    static List<AuditRow> aboutPerson(long person, String after, int limit, EntityManager entities) {
        return rows(aboutPerson(SELECT, person, after, limit), entities);
    }

    private static Select aboutPerson(String select, long person, String after, int limit) {
        return new Select(
                select + " where person_id = ? and id > ? order by id limit ?", List.of(person, after, limit));
    }

    /** Entries about customer users with a login and no known person, the oldest first. */
    static List<AuditRow> aboutLogin(String column, String key, String after, int limit, EntityManager entities) {
        return rows(aboutLogin(SELECT, column, key, after, limit), entities);
    }

    private static Select aboutLogin(String select, String column, String key, String after, int limit) {
        String condition = " where " + column + "_key = ? and " + column
                + "_kind = 'CUSTOMER_USER' and person_id = 0 and id > ? order by id limit ?";
        return new Select(select + condition, List.of(key, after, limit));
    }

    /** How many of both there are, without what they say. */
    static int count(Optional<Long> person, Collection<String> keys, int limit, EntityManager entities) {
        List<Select> selects = new ArrayList<>();
        person.ifPresent(id -> selects.add(aboutPerson(SELECT_ID, id, "", limit)));
        for (String key : keys) {
            selects.add(aboutLogin(SELECT_ID, "subject", key, "", limit));
            selects.add(aboutLogin(SELECT_ID, "other", key, "", limit));
        }
        Set<Object> ids = new HashSet<>();
        for (Select select : selects) {
            ids.addAll(AuditStatements.bound(entities.createNativeQuery(select.sql()), select.values())
                    .getResultList());
        }
        return Math.min(ids.size(), limit);
    }

    /** Both, each entry once. */
    static List<AuditRow> about(Optional<Long> person, Collection<String> keys, int limit, EntityManager entities) {
        Map<String, AuditRow> found = new TreeMap<>();
        person.ifPresent(id -> aboutPerson(id, "", limit, entities)
                .forEach(row -> found.put(row.entry().id(), row)));
        for (String key : keys) {
            for (String column : List.of("subject", "other")) {
                aboutLogin(column, key, "", limit, entities)
                        .forEach(row -> found.put(row.entry().id(), row));
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    private static List<AuditRow> rows(Select select, EntityManager entities) {
        List<AuditRow> rows = new ArrayList<>();
        for (Object row : AuditStatements.bound(entities.createNativeQuery(select.sql()), select.values())
                .getResultList()) {
            rows.add(AuditRow.of((Object[]) row));
        }
        return rows;
    }
}
