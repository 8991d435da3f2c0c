package org.clientele.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.CustomerReferences;

/** References in {@code customer_ref}; of two who make the same at once the database refuses one, who finds it then. */
final class JpaCustomerReferences implements CustomerReferences {

    /** For lists that are answered whole: H2 orders text by UTF-16 unit and not by code point. */
    static final Comparator<CustomerReference> BY_KEY =
            Comparator.comparing(CustomerReference::key, OrderKey.COMPARATOR);

    private final StoreCalls calls;

    JpaCustomerReferences(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public Map<String, CustomerReference> of(Collection<String> keys) throws StoreUnavailableException {
        List<List<String>> portions = Portions.of(keys);
        return portions.isEmpty()
                ? Map.of()
                : calls.read(entities -> {
                    Map<String, CustomerReference> found = new HashMap<>();
                    portions.forEach(portion -> found.putAll(known(portion, entities)));
                    return found;
                });
    }

    @Override
    public CustomerReference reference(String key, String customerId) throws StoreUnavailableException {
        OwnerReferences.requireLength(key, customerId);
        return calls.write(entities -> {
            CustomerReference known = known(List.of(key), entities).get(key);
            return known == null ? made(key, customerId, entities).reference() : known;
        });
    }

    /** A new reference; the database refuses it if there is one already. */
    static StoredCustomerReference made(String key, String customerId, EntityManager entities) {
        StoredCustomerReference row = new StoredCustomerReference(key, customerId, OwnerReferences.now());
        entities.persist(row);
        entities.flush();
        return row;
    }

    /** Whoever is being renamed to a customer ID stands before one who had it once. */
    private static Map<String, CustomerReference> known(List<String> keys, EntityManager entities) {
        Map<String, CustomerReference> known = new HashMap<>();
        for (StoredCustomerReference row : standingOrPending(keys, entities)) {
            CustomerReference reference = row.reference();
            known.putIfAbsent(reference.key(), reference);
            reference.pending().ifPresent(to -> known.put(to.key(), reference));
        }
        known.keySet().retainAll(Set.copyOf(keys));
        return known;
    }

    /** Two selects in one statement, for each has an index and no database uses both for an <i>or</i>. */
    private static List<StoredCustomerReference> standingOrPending(List<String> keys, EntityManager entities) {
        return entities.createQuery(
                        "select r from StoredCustomerReference r where r.key in :keys and r.gone = 0"
                                + " union select p from StoredCustomerReference p where p.pendingKey in :keys",
                        StoredCustomerReference.class)
                .setParameter("keys", keys)
                .getResultList();
    }
}
