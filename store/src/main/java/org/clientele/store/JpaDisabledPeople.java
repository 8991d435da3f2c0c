package org.clientele.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.clientele.DisabledHere;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.DisabledPeople;

/** Marks in {@code customer_user_ref}. */
final class JpaDisabledPeople implements DisabledPeople {

    private final StoreCalls calls;

    JpaDisabledPeople(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Mark> of(Collection<String> loginKeys) throws StoreUnavailableException {
        List<String> keys = List.copyOf(loginKeys);
        return keys.isEmpty() ? List.of() : calls.read(entities -> of(keys, entities));
    }

    private static List<Mark> of(List<String> keys, EntityManager entities) {
        List<Mark> marks = new ArrayList<>();
        for (List<String> some : Portions.of(keys)) {
            entities.createQuery(
                            "select d from OwnerReference d where d.disabledKey in :keys"
                                    + " union select p from OwnerReference p"
                                    + " where p.pendingKey in :keys and p.disabledKey is not null",
                            OwnerReference.class)
                    .setParameter("keys", some)
                    .getResultList()
                    .forEach(reference -> reference.mark().ifPresent(marks::add));
        }
        return marks;
    }

    @Override
    public Set<String> sources() throws StoreUnavailableException {
        return Set.copyOf(calls.read(entities -> entities.createQuery(
                        "select distinct d.sourceId from OwnerReference d where d.disabledKey is not null",
                        String.class)
                .getResultList()));
    }

    @Override
    public List<Mark> in(String sourceId, int limit) throws StoreUnavailableException {
        return calls.read(entities -> entities
                .createQuery(
                        "select d from OwnerReference d where d.disabledKey is not null and d.sourceId = :source"
                                + " order by d.id",
                        OwnerReference.class)
                .setParameter("source", sourceId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .flatMap(reference -> reference.mark().stream())
                .toList());
    }

    @Override
    public long count(String sourceId) throws StoreUnavailableException {
        return calls.read(entities -> entities.createQuery(
                        "select count(d) from OwnerReference d where d.disabledKey is not null and d.sourceId = :source",
                        Long.class)
                .setParameter("source", sourceId)
                .getSingleResult());
    }

    @Override
    public boolean disable(long reference, DisabledHere mark) throws StoreUnavailableException {
        return calls.write(entities -> {
            Optional<OwnerReference> known = present(reference, entities);
            known.ifPresent(person -> person.disable(mark));
            return known.isPresent();
        });
    }

    @Override
    public boolean enable(long reference) throws StoreUnavailableException {
        return calls.write(entities -> {
            Optional<OwnerReference> known = present(reference, entities).filter(OwnerReference::isDisabled);
            known.ifPresent(OwnerReference::enable);
            return known.isPresent();
        });
    }

    /** Somebody who is gone is neither disabled nor enabled. */
    private static Optional<OwnerReference> present(long reference, EntityManager entities) {
        return OwnerReferences.locked(reference, entities).filter(person -> !person.isGone());
    }
}
