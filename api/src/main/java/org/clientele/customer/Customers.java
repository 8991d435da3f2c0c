package org.clientele.customer;

import org.clientele.Change;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.osgi.annotation.versioning.ProviderType;

/** The customers (companies) of all customer sources. An OSGi service. */
@ProviderType
public interface Customers extends Directory<Customer> {

    /**
     * Changes a customer as {@link #update} does, and tells more about it. A changed {@code CustomerID} renames the customer,
     * where its source can do that: permissions and assignments stay, and the customer users of all writable sources who name
     * the former ID, as their customer or among the further ones, name the new one, however many they are. Those of sources
     * that take no changes are left, and the answer says where.
     *
     * <p>If the process dies, or a source of customer users goes away in between, another process does the rest.
     *
     * @throws DirectoryException as {@link #update} does; {@link org.clientele.SourceUnavailableException} also if a source of
     *     customer users that takes changes cannot be asked when the customer ID changes: nothing was changed then
     */
    CustomerUpdate updateAndMove(Change change) throws DirectoryException;
}
