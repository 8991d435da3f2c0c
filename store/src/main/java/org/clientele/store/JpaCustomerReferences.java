package org.clientele.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                    for (List<String> portion : portions) {
                        known(portion, entities).forEach(reference -> found.put(reference.key(), reference));
                    }
                    return found;
                });
    }

    @Override
    public CustomerReference reference(String key, String customerId) throws StoreUnavailableException {
        OwnerReferences.requireLength(key, customerId);
        return calls.write(entities ->
                known(List.of(key), entities).stream().findFirst().orElseGet(() -> make(key, customerId, entities)));
    }

    private static CustomerReference make(String key, String customerId, EntityManager entities) {
        StoredCustomerReference row = new StoredCustomerReference(key, customerId, OwnerReferences.now());
        entities.persist(row);
        entities.flush();
        return row.reference();
    }

    private static List<CustomerReference> known(List<String> keys, EntityManager entities) {
        return entities
                .createQuery(
                        "select r from StoredCustomerReference r where r.key in :keys", StoredCustomerReference.class)
                .setParameter("keys", keys)
                .getResultList()
                .stream()
                .map(StoredCustomerReference::reference)
                .toList();
    }
}
