package org.clientele.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.clientele.spi.store.StoredAudit.Intent;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keys that are being written at this moment, over all processes that use the store. A key has one holder at a time; one whose
 * lease has run out is anybody's. Leases are measured by the database's clock.
 */
@ProviderType
public interface Reservations {

    /**
     * Reserves all keys, or none.
     *
     * @return a key that somebody else holds; empty if all are reserved now
     */
    Optional<String> take(Reservation reservation) throws StoreUnavailableException;

    /**
     * As {@link #take(Reservation)}, and notes in the same transaction what is about to be changed, if all keys are reserved,
     * see {@link StoredAudit#intend}.
     */
    Optional<String> take(Reservation reservation, List<Intent> intents) throws StoreUnavailableException;

    /** Gives the keys back; what has passed to another holder in the meantime stays with him. */
    void release(Reservation reservation) throws StoreUnavailableException;

    /** As {@link #release(Reservation)}, and says in the same transaction what became of changes, see {@link StoredAudit#conclude}. */
    void release(Reservation reservation, List<Conclusion> conclusions) throws StoreUnavailableException;

    /** Who holds anything at this moment, in whatever process. */
    Set<String> holders() throws StoreUnavailableException;

    /** Forgets what was never given back and has run out. */
    void sweep() throws StoreUnavailableException;
}
