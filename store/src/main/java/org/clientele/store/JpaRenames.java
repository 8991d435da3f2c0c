package org.clientele.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.Owner.NewLogin;
import org.clientele.spi.store.Renames;

/** Renames in {@code customer_user_ref}. */
final class JpaRenames implements Renames {

    private final StoreCalls calls;

    JpaRenames(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public Owner begin(Claim claim, NewLogin to) throws StoreUnavailableException {
        OwnerReferences.requireLength(claim.loginKey(), claim.login(), to.key(), to.login());
        return calls.write(entities -> {
            OwnerReference own = OwnerReferences.confirmed(claim, entities);
            own.rename(to);
            if (own.isPending(to)) {
                // the source has nobody of that name
                OwnerReferences.depart(to.key(), Set.of(claim.sourceId()), entities);
            }
            return own.owner();
        });
    }

    @Override
    public boolean finish(Owner pending) throws StoreUnavailableException {
        return calls.write(entities -> finish(pending, entities));
    }

    @Override
    public boolean abandon(Owner pending) throws StoreUnavailableException {
        return calls.write(entities -> {
            Optional<OwnerReference> own = stillPending(pending, entities);
            own.ifPresent(OwnerReference::abandonRename);
            return own.isPresent();
        });
    }

    @Override
    public List<Owner> unfinished(int limit) throws StoreUnavailableException {
        return calls.read(entities -> entities
                .createQuery(
                        "select r from OwnerReference r where r.pendingKey is not null order by r.pendingKey",
                        OwnerReference.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(OwnerReference::owner)
                .toList());
    }

    /** Who had the new login leaves it before the reference takes it: the database allows one at any moment. */
    private static boolean finish(Owner pending, EntityManager entities) {
        Optional<OwnerReference> own = stillPending(pending, entities);
        if (own.isPresent()) {
            for (OwnerReference other :
                    OwnerReferences.locked(pending.pending().orElseThrow().key(), entities)) {
                if (other.belongsTo(pending.sourceId())) {
                    other.depart();
                } else {
                    other.retire();
                }
            }
            entities.flush();
            own.get().finishRename();
        }
        return own.isPresent();
    }

    private static Optional<OwnerReference> stillPending(Owner pending, EntityManager entities) {
        return OwnerReferences.locked(pending.id(), entities)
                .filter(own -> pending.pending().filter(own::isPending).isPresent());
    }
}
