package org.clientele.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.DirectoryStore;
import org.clientele.spi.store.DisabledPeople.Mark;
import org.clientele.spi.store.Known;
import org.clientele.spi.store.Owner;

/** What is asked and done about references to persons, within one transaction. */
final class OwnerReferences {

    private OwnerReferences() {}

    /** Whoever is being renamed to a login stands before one who had it once; who is only marked owns nothing. */
    static Known known(List<String> keys, EntityManager entities) {
        Map<String, Owner> owners = new HashMap<>();
        List<Mark> marks = new ArrayList<>();
        for (List<String> some : Portions.of(keys)) {
            for (OwnerReference reference : activePendingOrDisabled(some, entities)) {
                Owner owner = reference.owner();
                if (reference.isActive() && some.contains(owner.loginKey())) {
                    owners.putIfAbsent(owner.loginKey(), owner);
                }
                owner.pending().ifPresent(to -> owners.put(to.key(), owner));
                reference.mark().ifPresent(marks::add);
            }
        }
        owners.keySet().retainAll(Set.copyOf(keys));
        return new Known(owners, marks);
    }

    /** Three selects in one statement, for each has an index and no database uses them all for an <i>or</i>. */
    private static List<OwnerReference> activePendingOrDisabled(List<String> keys, EntityManager entities) {
        return entities.createQuery(
                        "select r from OwnerReference r where r.activeKey in :keys"
                                + " union select p from OwnerReference p where p.pendingKey in :keys"
                                + " union select d from OwnerReference d where d.disabledKey in :keys",
                        OwnerReference.class)
                .setParameter("keys", keys)
                .getResultList();
    }

    /** The others retire before the new one becomes active: the database allows one active reference at any moment. */
    static OwnerReference confirmed(Claim claim, EntityManager entities) {
        List<OwnerReference> known = locked(claim.loginKey(), entities);
        known.stream().filter(other -> !other.belongsTo(claim.sourceId())).forEach(OwnerReference::retire);
        entities.flush();
        Optional<OwnerReference> own = known.stream()
                .filter(reference -> reference.belongsTo(claim.sourceId()))
                .findFirst();
        Optional<OwnerReference> renamed = own.isPresent() ? Optional.empty() : renamedTo(claim, entities);
        return renamed.orElseGet(() -> confirm(own.orElseGet(() -> new OwnerReference(claim)), claim, entities));
    }

    /** The reference of a login that never had one; the database refuses it if that is not so. */
    static OwnerReference first(Claim claim, EntityManager entities) {
        return confirm(new OwnerReference(claim), claim, entities);
    }

    private static OwnerReference confirm(OwnerReference own, Claim claim, EntityManager entities) {
        own.confirm(claim, now());
        entities.persist(own);
        entities.flush();
        return own;
    }

    /** Whoever has a login for the first time may have got it by a rename that is not finished. */
    private static Optional<OwnerReference> renamedTo(Claim claim, EntityManager entities) {
        return entities
                .createQuery("select r from OwnerReference r where r.pendingKey = :key", OwnerReference.class)
                .setParameter("key", claim.loginKey())
                .getResultList()
                .stream()
                .filter(reference -> reference.belongsTo(claim.sourceId()))
                .findFirst();
    }

    static boolean depart(String loginKey, Set<String> sourceIds, EntityManager entities) {
        List<OwnerReference> known = locked(loginKey, entities);
        known.stream()
                .filter(reference -> sourceIds.stream().anyMatch(reference::belongsTo))
                .forEach(OwnerReference::depart);
        return true;
    }

    /** Locked in one order, so that two nodes wait for each other only once. */
    static List<OwnerReference> locked(String loginKey, EntityManager entities) {
        return entities.createQuery(
                        "select r from OwnerReference r where r.loginKey = :key and r.gone = 0 order by r.id",
                        OwnerReference.class)
                .setParameter("key", loginKey)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    static Optional<OwnerReference> locked(long id, EntityManager entities) {
        return Optional.ofNullable(entities.find(OwnerReference.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Of logins, customer IDs and their keys. */
    static void requireLength(String... ids) throws StoreUnavailableException {
        for (String id : ids) {
            if (id.length() > DirectoryStore.LONGEST_LOGIN) {
                throw new StoreUnavailableException("The directory's store keeps no login or customer ID of more than "
                        + DirectoryStore.LONGEST_LOGIN + " characters.");
            }
        }
    }

    /** As exact as the column. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
