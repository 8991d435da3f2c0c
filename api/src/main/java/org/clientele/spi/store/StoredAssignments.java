package org.clientele.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/** Customers that were assigned to customer users, by reference. */
@ProviderType
public interface StoredAssignments {

    /**
     * The assigned customers of some customer users, in the order of the customers' keys. One statement for up to 500 references.
     *
     * @param references see {@link Owner#id}
     * @return by reference; one without assignments is missing
     */
    Map<Long, List<CustomerReference>> of(Collection<Long> references) throws StoreUnavailableException;

    /** Which of these customer users a customer is assigned to. */
    Set<Long> assignedTo(long customer, Collection<Long> references) throws StoreUnavailableException;

    /**
     * That a customer shall be assigned, or not.
     *
     * @param reference the customer user
     * @param customer the customer
     */
    record RowChange(long reference, long customer, boolean active) {}

    /**
     * Makes changes in one transaction; repeating it changes nothing.
     *
     * @param changes at most 200
     * @param most how many customers one customer user may have
     * @return what was changed; what was so already is not among it, nor what would be one too many, nor what names a customer
     *     user or customer that does not exist
     */
    List<RowChange> change(List<RowChange> changes, int most, String actor) throws StoreUnavailableException;
}
