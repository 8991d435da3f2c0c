package org.clientele.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.CustomerReference.PendingRename;
import org.clientele.spi.store.CustomerRenames;

/** Renames in {@code customer_ref}. */
final class JpaCustomerRenames implements CustomerRenames {

    private final StoreCalls calls;

    JpaCustomerRenames(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public CustomerReference begin(String key, String customerId, PendingRename to) throws StoreUnavailableException {
        OwnerReferences.requireLength(key, customerId, to.key(), to.customerId());
        return calls.write(entities -> {
            StoredCustomerReference own =
                    standing(key, entities).orElseGet(() -> JpaCustomerReferences.made(key, customerId, entities));
            own.rename(customerId, to);
            if (own.isPending(to)) {
                // the source has nobody of that name
                departed(to.key(), own, entities);
            }
            return own.reference();
        });
    }

    @Override
    public boolean finish(CustomerReference pending) throws StoreUnavailableException {
        return calls.write(entities -> {
            Optional<StoredCustomerReference> own = stillPending(pending, entities);
            if (own.isPresent()) {
                departed(pending.pending().orElseThrow().key(), own.get(), entities);
                own.get().finishRename();
            }
            return own.isPresent();
        });
    }

    @Override
    public boolean abandon(CustomerReference pending) throws StoreUnavailableException {
        return calls.write(entities -> {
            Optional<StoredCustomerReference> own = stillPending(pending, entities);
            own.ifPresent(StoredCustomerReference::abandonRename);
            return own.isPresent();
        });
    }

    @Override
    public List<CustomerReference> unfinished(int limit) throws StoreUnavailableException {
        return calls.read(entities -> entities
                .createQuery(
                        "select r from StoredCustomerReference r where r.pendingKey is not null order by r.pendingKey",
                        StoredCustomerReference.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(StoredCustomerReference::reference)
                .toList());
    }

    /** Who had the new customer ID leaves it before the reference takes it: the database allows one at any moment. */
    private static void departed(String key, StoredCustomerReference own, EntityManager entities) {
        Optional<StoredCustomerReference> other = standing(key, entities).filter(found -> found.id() != own.id());
        if (other.isPresent()) {
            other.get().depart();
            entities.flush();
        }
    }

    private static Optional<StoredCustomerReference> standing(String key, EntityManager entities) {
        return entities
                .createQuery(
                        "select r from StoredCustomerReference r where r.key = :key and r.gone = 0",
                        StoredCustomerReference.class)
                .setParameter("key", key)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static Optional<StoredCustomerReference> stillPending(CustomerReference pending, EntityManager entities) {
        return Optional.ofNullable(
                        entities.find(StoredCustomerReference.class, pending.id(), LockModeType.PESSIMISTIC_WRITE))
                .filter(own -> pending.pending().filter(own::isPending).isPresent());
    }
}
