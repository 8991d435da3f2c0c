package org.clientele.spi.store;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A reference to a customer: everything that hangs on a customer hangs on its id.
 *
 * @param id the number of the reference
 * @param key the order key of the customer ID, see {@link org.clientele.spi.OrderKey#of}; the customer ID itself where case
 *     matters to the source
 * @param customerId the customer ID as stored
 * @param pending the rename that is not finished; until it is, the source has the customer under one of the two IDs, and
 *     customer users may name either
 */
public record CustomerReference(long id, String key, String customerId, Optional<PendingRename> pending) {

    /**
     * A customer ID that a customer is to have.
     *
     * @param key see {@link CustomerReference#key}
     * @param customerId as it will be stored in the source
     * @param sourceId the customer's source
     * @param actor who wanted it, for audit columns
     */
    public record PendingRename(String key, String customerId, String sourceId, String actor) {}

    /** The customer IDs that may name the customer at this moment: while a rename is not finished, the new one too. */
    public Set<String> customerIds() {
        Set<String> ids = new LinkedHashSet<>(Set.of(customerId));
        pending.ifPresent(to -> ids.add(to.customerId()));
        return ids;
    }
}
