package org.clientele.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;

/**
 * Locks on references, under which what hangs on them is changed. Whoever takes several takes those of persons first, and each
 * kind in the order of its numbers, so that two who need the same ones wait for each other only once. They are taken before
 * anything else is read: MariaDB answers a whole transaction with what was there when it first read.
 */
final class ReferenceLocks {

    private ReferenceLocks() {}

    /** Holds them until the transaction ends; answers the numbers that exist. */
    static <T extends Numbered> Set<Long> take(Class<T> type, Collection<Long> ids, EntityManager entities) {
        Set<Long> locked = new HashSet<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select r from " + type.getSimpleName() + " r where r.id in :ids order by r.id", type)
                    .setParameter("ids", ids)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(row -> locked.add(row.id()));
        }
        return locked;
    }
}
