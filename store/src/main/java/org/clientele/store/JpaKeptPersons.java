package org.clientele.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.KeptPersons;

/** Persons over all tables that refer to {@code customer_user_ref}. */
final class JpaKeptPersons implements KeptPersons {

    private static final List<Class<?>> HANGING =
            List.of(StoredPreference.class, StoredToken.class, CustomerUserPermission.class, StoredAssignment.class);

    private final StoreCalls calls;

    JpaKeptPersons(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Reference> references(Collection<String> loginKeys) throws StoreUnavailableException {
        List<List<String>> portions = Portions.of(loginKeys);
        return portions.isEmpty() ? List.of() : calls.read(entities -> references(portions, entities));
    }

    private static List<Reference> references(List<List<String>> portions, EntityManager entities) {
        List<OwnerReference> found = new ArrayList<>();
        for (List<String> keys : portions) {
            found.addAll(entities.createQuery(
                            "select r from OwnerReference r where r.loginKey in :keys"
                                    + " union select p from OwnerReference p where p.pendingKey in :keys",
                            OwnerReference.class)
                    .setParameter("keys", keys)
                    .getResultList());
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(OwnerReference::id))
                .map(OwnerReference::described)
                .toList();
    }

    @Override
    public List<KeptToken> tokens(long reference) throws StoreUnavailableException {
        return calls.read(entities -> entities
                .createQuery(
                        "select t from StoredToken t where t.reference = :reference order by t.purpose",
                        StoredToken.class)
                .setParameter("reference", reference)
                .getResultList()
                .stream()
                .map(StoredToken::described)
                .toList());
    }

    @Override
    public Amounts amounts(Collection<Long> references) throws StoreUnavailableException {
        List<List<Long>> portions = Portions.of(references);
        return portions.isEmpty()
                ? Amounts.NONE
                : calls.read(entities -> each(portions, portion -> counted(portion, entities)));
    }

    @Override
    public Amounts erase(long reference) throws StoreUnavailableException {
        return calls.write(entities -> {
            Amounts erased = erased(List.of(reference), entities);
            OwnerReferences.locked(reference, entities).ifPresent(OwnerReference::forgetComment);
            return erased;
        });
    }

    @Override
    public Amounts forget(Collection<Long> references) throws StoreUnavailableException {
        List<List<Long>> portions = Portions.of(references);
        return portions.isEmpty()
                ? Amounts.NONE
                : calls.write(entities -> each(portions, portion -> forgotten(portion, entities)));
    }

    private static Amounts forgotten(List<Long> references, EntityManager entities) {
        Amounts erased = erased(references, entities);
        references.forEach(id -> OwnerReferences.locked(id, entities).ifPresent(OwnerReference::forget));
        return erased;
    }

    /** Under the locks of those who add something to a reference. */
    private static Amounts erased(List<Long> references, EntityManager entities) {
        ReferenceLocks.take(OwnerReference.class, references, entities);
        return amounts(type -> entities.createQuery("delete from " + type + " h where h.reference in :references")
                .setParameter("references", references)
                .executeUpdate());
    }

    private static Amounts counted(List<Long> references, EntityManager entities) {
        return amounts(type -> entities.createQuery(
                        "select count(h) from " + type + " h where h.reference in :references", Long.class)
                .setParameter("references", references)
                .getSingleResult()
                .intValue());
    }

    private static Amounts amounts(Function<String, Integer> ofType) {
        List<Integer> amounts =
                HANGING.stream().map(Class::getSimpleName).map(ofType).toList();
        return new Amounts(amounts.get(0), amounts.get(1), amounts.get(2), amounts.get(3));
    }

    private static Amounts each(List<List<Long>> portions, Function<List<Long>, Amounts> work) {
        return portions.stream().map(work).reduce(Amounts.NONE, Amounts::plus);
    }
}
