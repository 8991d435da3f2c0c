package org.clientele.spi.store;

import java.util.Collection;
import java.util.Map;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/** References to customers, one for each customer that something hangs on. */
@ProviderType
public interface CustomerReferences {

    /**
     * The references of these customers. A key that a customer is being renamed to stands for it already, see
     * {@link CustomerReference#pending}.
     *
     * @param keys see {@link CustomerReference#key}
     * @return by key; a customer without a reference is missing
     */
    Map<String, CustomerReference> of(Collection<String> keys) throws StoreUnavailableException;

    /**
     * The reference of a customer, which is made if there is none. Callers at once get the same one.
     * What {@link #of} says of renames holds here too.
     *
     * @param customerId as stored in the source; a reference that is there already keeps the spelling that it has
     */
    CustomerReference reference(String key, String customerId) throws StoreUnavailableException;
}
