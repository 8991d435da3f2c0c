package org.clientele.spi;

import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A {@link WritableSource} of customer users that can move many of them to another customer ID at once. In a source that cannot,
 * the directory changes them one by one.
 */
@ConsumerType
public interface CustomerMovingSource {

    /**
     * Gives customer users whom the move {@linkplain CustomerMove#concerns concerns} by their {@code UserCustomerID} the new
     * one, valid or not, and changes nothing else but what every change does (audit columns). As many as the storage changes
     * well within the deadline, each completely or not at all; the directory calls again until none is left, and may repeat the
     * move at any time. Customer IDs in {@code UserCustomerIDs} are not meant.
     *
     * @return how many were moved; 0 only if none is left
     * @throws InvalidInputException if the storage refuses the new customer ID
     * @throws SourceUnavailableException if the storage could not be asked; some may have been moved
     */
    int moveCustomerUsers(CustomerMove move, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException;
}
