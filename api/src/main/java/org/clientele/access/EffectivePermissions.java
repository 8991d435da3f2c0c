package org.clientele.access;

import java.util.List;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.SuspendedException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What customer users may do, and why. A customer user has a permission in a group if both are valid and
 *
 * <ul>
 *   <li>it was given to the customer user ({@link Reason.Kind#DIRECT}), or
 *   <li>it was given, in the default context, to a valid customer that the customer user acts for ({@link Reason.Kind#CUSTOMER}), or
 *   <li>the group is one of the always-groups of customer users ({@link Reason.Kind#ALWAYS}) or of customers, and he acts for a
 *       valid customer ({@link Reason.Kind#CUSTOMER_ALWAYS}), or
 *   <li>group support is switched off ({@link Reason.Kind#EVERYBODY}).
 * </ul>
 *
 * {@code rw} implies every type. {@link #groups} and {@link #members} are the same definition in two directions. The customers
 * that somebody acts for are those of {@link Assignments#customers}. An OSGi service; any thread may call.
 *
 * <p>All methods throw {@link org.clientele.StoreUnavailableException}, and {@link SourceUnavailableException} if a source that
 * matters for the answer cannot be asked: nothing is concluded from its silence.
 */
@ProviderType
public interface EffectivePermissions {

    /** The most members of a page. */
    int MOST_MEMBERS = ListRequest.MOST_ROWS;

    /**
     * The groups in which a customer user has permissions, in the order of their lower-case names; none for one who is not
     * valid.
     *
     * @throws NotFoundException if there is no such customer user
     * @throws SuspendedException if the login belongs to another person than before
     */
    List<GroupAccess> groups(String login) throws DirectoryException;

    /**
     * Whether a customer user has a permission in a group; not if there is no such group.
     *
     * @throws InvalidInputException if the type is not configured ({@code type})
     * @throws NotFoundException if there is no such customer user
     * @throws SuspendedException if the login belongs to another person than before
     */
    boolean may(String login, String group, String type) throws DirectoryException;

    /**
     * The customer users who have a permission in a group, in the order of their lower-case logins, page by page. A customer
     * user whose login belongs to another person than before is left out.
     *
     * @param group the id of the group
     * @param after the cursor of the page before, empty for the first
     * @param limit 1 to {@value #MOST_MEMBERS}
     * @throws NotFoundException if there is no such group
     * @throws InvalidInputException if type ({@code type}), cursor ({@code after}) or limit ({@code limit}) are not acceptable
     */
    MemberPage members(long group, String type, Optional<String> after, int limit) throws DirectoryException;

    /**
     * The valid customers to whose matters a customer user has access, in the order of their lower-case IDs; none for one who
     * is not valid.
     *
     * @throws NotFoundException if there is no such customer user
     * @throws SuspendedException if the login belongs to another person than before
     */
    List<CustomerAccess> customers(String login) throws DirectoryException;
}
