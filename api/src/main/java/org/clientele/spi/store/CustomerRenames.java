package org.clientele.spi.store;

import java.util.List;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Renames of customers. A rename is noted here before the customer's source carries it out, and finished here once no customer
 * user is left with the former customer ID: whoever comes after a process that died in between does the rest. Each step is
 * conditional and may be repeated.
 */
@ProviderType
public interface CustomerRenames {

    /**
     * Notes that a customer is to have another customer ID. A reference is made if there is none; one of somebody who had the
     * new customer ID once refers to nobody from then on.
     *
     * @param key of the customer ID now, see {@link CustomerReference#key}
     * @param customerId as stored in the source
     * @return the reference as it is now; if its {@link CustomerReference#pending} is another one, an earlier rename is not
     *     finished, and nothing was noted
     */
    CustomerReference begin(String key, String customerId, CustomerReference.PendingRename to)
            throws StoreUnavailableException;

    /**
     * Gives the reference its new customer ID.
     *
     * @param pending as {@link #begin} or {@link #unfinished} answered it
     * @return whether the rename was still pending
     */
    boolean finish(CustomerReference pending) throws StoreUnavailableException;

    /**
     * Leaves the reference at its customer ID, because the source has not carried the rename out.
     *
     * @param pending as {@link #begin} or {@link #unfinished} answered it
     * @return whether the rename was still pending
     */
    boolean abandon(CustomerReference pending) throws StoreUnavailableException;

    /** Some references whose renames are not finished, {@code limit} at most. */
    List<CustomerReference> unfinished(int limit) throws StoreUnavailableException;
}
