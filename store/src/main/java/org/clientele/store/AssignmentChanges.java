package org.clientele.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.clientele.spi.store.StoredAssignments.RowChange;

/** Changes of assignments within one transaction: locks the persons, looks at what they have, writes what differs. */
final class AssignmentChanges {

    private final EntityManager entities;
    private final Map<StoredAssignment.Key, StoredAssignment> stored = new HashMap<>();
    private final Set<StoredAssignment.Key> now = new HashSet<>();

    /** How many customers each person has; who is missing does not exist. */
    private final Map<Long, Long> counts = new HashMap<>();

    private final Set<Long> customers = new HashSet<>();

    private AssignmentChanges(EntityManager entities) {
        this.entities = entities;
    }

    /** Each change finds what those before it left. */
    static List<RowChange> make(List<RowChange> changes, int most, Signature signature, EntityManager entities) {
        AssignmentChanges assignments = new AssignmentChanges(entities);
        assignments.read(changes);
        List<RowChange> made = new ArrayList<>();
        for (RowChange change : changes) {
            if (change.active() ? assignments.add(change, most) : assignments.remove(change)) {
                made.add(change);
            }
        }
        assignments.write(signature);
        return made;
    }

    private void read(List<RowChange> changes) {
        Set<Long> persons = changes.stream().map(RowChange::reference).collect(Collectors.toSet());
        for (long person : ReferenceLocks.take(OwnerReference.class, persons, entities)) {
            counts.put(person, 0L);
        }
        Set<Long> ids = changes.stream().map(RowChange::customer).collect(Collectors.toSet());
        customers.addAll(
                entities.createQuery("select r.id from StoredCustomerReference r where r.id in :ids", Long.class)
                        .setParameter("ids", ids)
                        .getResultList());
        if (!counts.isEmpty() && !customers.isEmpty()) {
            count();
            find();
        }
    }

    private void count() {
        entities.createQuery(
                        "select a.reference, count(a.customer) from StoredAssignment a"
                                + " where a.reference in :persons group by a.reference",
                        Object[].class)
                .setParameter("persons", counts.keySet())
                .getResultList()
                .forEach(row -> counts.put((Long) row[0], (Long) row[1]));
    }

    private void find() {
        entities.createQuery(
                        "select a from StoredAssignment a where a.reference in :persons and a.customer in :customers",
                        StoredAssignment.class)
                .setParameter("persons", counts.keySet())
                .setParameter("customers", customers)
                .getResultList()
                .forEach(row -> stored.put(row.key(), row));
        now.addAll(stored.keySet());
    }

    private boolean add(RowChange change, int most) {
        Long count = counts.get(change.reference());
        if (count == null || count >= most || !customers.contains(change.customer()) || !now.add(key(change))) {
            return false;
        }
        counts.put(change.reference(), count + 1);
        return true;
    }

    private boolean remove(RowChange change) {
        boolean removed = now.remove(key(change));
        if (removed) {
            counts.merge(change.reference(), -1L, Long::sum);
        }
        return removed;
    }

    private void write(Signature signature) {
        stored.forEach((key, row) -> {
            if (!now.contains(key)) {
                entities.remove(row);
            }
        });
        now.stream()
                .filter(key -> !stored.containsKey(key))
                .forEach(key -> entities.persist(new StoredAssignment(key, signature)));
    }

    private static StoredAssignment.Key key(RowChange change) {
        return new StoredAssignment.Key(change.reference(), change.customer());
    }
}
