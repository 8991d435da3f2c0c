package org.clientele.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.StoredAssignments;

/** Assignments in {@code customer_assignment}. */
final class JpaAssignments implements StoredAssignments {

    private final StoreCalls calls;

    JpaAssignments(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public Map<Long, List<CustomerReference>> of(Collection<Long> references) throws StoreUnavailableException {
        List<List<Long>> portions = Portions.of(references);
        return portions.isEmpty()
                ? Map.of()
                : calls.read(entities -> {
                    Map<Long, List<CustomerReference>> assigned = new HashMap<>();
                    for (List<Long> portion : portions) {
                        for (Object[] row : assigned(portion, entities)) {
                            assigned.computeIfAbsent((Long) row[0], reference -> new ArrayList<>())
                                    .add(((StoredCustomerReference) row[1]).reference());
                        }
                    }
                    assigned.values().forEach(customers -> customers.sort(JpaCustomerReferences.BY_KEY));
                    return assigned;
                });
    }

    @Override
    public Set<Long> assignedTo(long customer, Collection<Long> references) throws StoreUnavailableException {
        List<List<Long>> portions = Portions.of(references);
        return portions.isEmpty()
                ? Set.of()
                : calls.read(entities -> {
                    Set<Long> assigned = new HashSet<>();
                    for (List<Long> portion : portions) {
                        assigned.addAll(assignedTo(customer, portion, entities));
                    }
                    return assigned;
                });
    }

    @Override
    public List<RowChange> change(List<RowChange> changes, int most, String actor) throws StoreUnavailableException {
        return changes.isEmpty()
                ? List.of()
                : calls.write(entities -> AssignmentChanges.make(changes, most, Signature.of(actor), entities));
    }

    private static List<Object[]> assigned(List<Long> references, EntityManager entities) {
        return entities.createQuery(
                        "select a.reference, r from StoredAssignment a, StoredCustomerReference r"
                                + " where r.id = a.customer and r.gone = 0 and a.reference in :references",
                        Object[].class)
                .setParameter("references", references)
                .getResultList();
    }

    private static List<Long> assignedTo(long customer, List<Long> references, EntityManager entities) {
        return entities.createQuery(
                        "select a.reference from StoredAssignment a"
                                + " where a.customer = :customer and a.reference in :references",
                        Long.class)
                .setParameter("customer", customer)
                .setParameter("references", references)
                .getResultList();
    }
}
