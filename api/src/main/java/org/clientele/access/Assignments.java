package org.clientele.access;

import java.util.Collection;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.SuspendedException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Further customers that customer users act for, besides those that their records name. They are kept in the directory's store,
 * whatever source a customer user comes from. An OSGi service; any thread may call.
 *
 * <p>All methods throw {@link NotFoundException} if there is no such customer user or customer, {@link SourceUnavailableException}
 * if that is not certain, {@link SuspendedException} if a login belongs to another person than before, and
 * {@link org.clientele.StoreUnavailableException}.
 */
@ProviderType
public interface Assignments {

    /** The most customers that are assigned to one person. */
    int MOST_CUSTOMERS = 1000;

    /** The most changes that are made at once. */
    int MOST_CHANGES = 10_000;

    /**
     * All customers that a person acts for: those of the record ({@link org.clientele.CustomerUser#customerIds}), then the
     * assigned ones in the order of their lower-case IDs; each once.
     */
    Set<String> customers(String login) throws DirectoryException;

    /** The customers that were assigned to a person, in the order of their lower-case IDs. */
    Set<String> assigned(String login) throws DirectoryException;

    /** Which of these customer users the customer was assigned to, as they were given. */
    Set<String> assignedTo(String customerId, Collection<String> logins) throws DirectoryException;

    /**
     * Assigns customers and takes assignments back.
     *
     * @param changes at most {@value #MOST_CHANGES}
     * @param actor who does it
     * @return what was changed: an assignment that was there already, or taken back already, is not among it
     * @throws InvalidInputException if there are too many changes ({@code changes}), or a person would have more than
     *     {@value #MOST_CUSTOMERS} ({@code customerId})
     */
    Set<Assignment> change(Collection<Assignment> changes, Actor actor) throws DirectoryException;

    /**
     * That a person acts for a customer, or does not.
     *
     * @param login the customer user
     * @param customerId the customer
     * @param active whether it is assigned
     */
    record Assignment(String login, String customerId, boolean active) {

        /** The change that takes this one back. */
        public Assignment undone() {
            return new Assignment(login, customerId, !active);
        }
    }
}
