package org.clientele.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.Identities;
import org.clientele.spi.store.Owner;

/** Native identities in {@code customer_user_ref}. */
final class JpaIdentities implements Identities {

    private final StoreCalls calls;

    JpaIdentities(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Owner> behind(long reference, int limit) throws StoreUnavailableException {
        return calls.read(entities -> entities
                .createQuery(
                        "select r from OwnerReference r where r.id > :reference and r.activeKey is not null order by r.id",
                        OwnerReference.class)
                .setParameter("reference", reference)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(OwnerReference::owner)
                .toList());
    }

    @Override
    public boolean replace(long reference, String former, String current) throws StoreUnavailableException {
        return change(reference, former, person -> person.identify(current));
    }

    @Override
    public boolean part(long reference, String former) throws StoreUnavailableException {
        return change(reference, former, OwnerReference::depart);
    }

    private boolean change(long reference, String former, Consumer<OwnerReference> change)
            throws StoreUnavailableException {
        return calls.write(entities -> {
            Optional<OwnerReference> person =
                    OwnerReferences.locked(reference, entities).filter(one -> !one.isGone() && one.hasNativeId(former));
            person.ifPresent(change);
            return person.isPresent();
        });
    }
}
