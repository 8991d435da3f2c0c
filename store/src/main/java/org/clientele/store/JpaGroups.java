package org.clientele.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.StoredGroups;

/**
 * Groups in {@code access_group}. Whether a name is taken is asked before; of two who take it at once the database refuses one,
 * who asks again then.
 */
final class JpaGroups implements StoredGroups {

    private final StoreCalls calls;

    JpaGroups(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Group> all() throws StoreUnavailableException {
        return calls.read(entities ->
                entities.createQuery("select g from StoredGroup g", StoredGroup.class).getResultList().stream()
                        .sorted(StoredGroup.BY_KEY)
                        .map(StoredGroup::group)
                        .toList());
    }

    @Override
    public Optional<Group> find(long id) throws StoreUnavailableException {
        return calls.read(entities -> Optional.ofNullable(entities.find(StoredGroup.class, id)))
                .map(StoredGroup::group);
    }

    @Override
    public Added add(String name, String comment, Validity validity, int most, String actor)
            throws StoreUnavailableException {
        return calls.write(entities -> {
            if (holder(name, entities).isPresent()) {
                return new Added.NameTaken();
            }
            if (count(entities) >= most) {
                return new Added.Full();
            }
            Signature signature = Signature.of(actor);
            StoredGroup row = new StoredGroup(signature);
            row.set(name, comment, validity, signature);
            entities.persist(row);
            entities.flush();
            return new Added.Done(row.group());
        });
    }

    @Override
    public Updated update(Group group, String actor) throws StoreUnavailableException {
        return calls.write(entities -> {
            // locked before anything else is read: what is read then is as new as the row
            StoredGroup row = entities.find(StoredGroup.class, group.id(), LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                return new Updated.Missing();
            }
            if (!row.hasVersion(group.version())) {
                return new Updated.Stale(row.group());
            }
            if (holder(group.name(), entities).filter(id -> id != group.id()).isPresent()) {
                return new Updated.NameTaken();
            }
            row.set(group.name(), group.comment(), group.validity(), Signature.of(actor));
            return new Updated.Done(row.group());
        });
    }

    private static Optional<Long> holder(String name, EntityManager entities) {
        return entities
                .createQuery("select g.id from StoredGroup g where g.nameKey = :key", Long.class)
                .setParameter("key", OrderKey.of(name))
                .getResultList()
                .stream()
                .findFirst();
    }

    private static long count(EntityManager entities) {
        return entities.createQuery("select count(g) from StoredGroup g", Long.class)
                .getSingleResult();
    }
}
