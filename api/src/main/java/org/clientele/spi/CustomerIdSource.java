package org.clientele.spi;

import org.clientele.SourceUnavailableException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source of customer users that can list their customer IDs by itself. The directory walks the customer users of a source
 * that cannot, up to a bound, and takes their {@code UserCustomerID}.
 */
@ConsumerType
public interface CustomerIdSource {

    /**
     * The customer IDs of the source's customer users, each spelling once, all values of somebody with several, no empty
     * ones.
     *
     * @throws SourceUnavailableException if the storage could not be asked
     */
    CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline) throws SourceUnavailableException;
}
