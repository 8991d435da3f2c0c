package org.clientele.access;

import java.util.List;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The groups, kept in the directory's store. There is no way to delete one: it becomes invalid. An OSGi service; any thread
 * may call.
 */
@ProviderType
public interface Groups {

    /** The most characters of a name. */
    int LONGEST_NAME = 191;

    /** The most characters of a comment. */
    int LONGEST_COMMENT = 250;

    /** The most groups that there can be. */
    int MOST_GROUPS = 5000;

    /** All groups, valid or not, in the order of their lower-case names. */
    List<Group> list() throws StoreUnavailableException;

    /** The group with a name, in whatever case. */
    Optional<Group> find(String name) throws StoreUnavailableException;

    /**
     * Adds a group.
     *
     * @param actor who does it
     * @throws InvalidInputException if {@code name} is empty or too long or has control characters, or {@code comment} is too
     *     long, or there are {@value #MOST_GROUPS} groups already ({@code name})
     * @throws AlreadyExistsException if another group has the name
     */
    Group add(String name, String comment, Validity validity, Actor actor)
            throws InvalidInputException, AlreadyExistsException, StoreUnavailableException;

    /**
     * Changes name, comment and validity of the group with the id of {@code group} to what {@code group} says. Permissions
     * stay with it.
     *
     * @param group as {@link #list} or {@link #find} answered it, with the values that it shall have
     * @param actor who does it
     * @return the group as it is now
     * @throws InvalidInputException as {@link #add} does
     * @throws AlreadyExistsException if another group has the name
     * @throws NotFoundException if there is no group with this id
     * @throws StaleException if the group was changed since it was read
     */
    Group update(Group group, Actor actor)
            throws InvalidInputException, AlreadyExistsException, NotFoundException, StaleException,
                    StoreUnavailableException;
}
