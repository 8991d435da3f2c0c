package org.clientele.conflict;

import java.util.Optional;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds what does not fit together among customer users, and settles it where that is safe. Nothing is found by itself: each
 * call looks through a bounded portion, at most about five seconds long, and says where the next one goes on. An OSGi service;
 * any thread may call.
 */
@ProviderType
public interface Conflicts {

    /** The most conflicts that a portion may be asked for. */
    int MOST = 200;

    /**
     * Looks for conflicts of a kind in the next portion.
     * <ul>
     *   <li>Unfinished renames are one portion.
     *   <li>Suspended references: the store's references are walked, and those with an identity compared with their source.
     *   <li>Shadowed logins and shared e-mail addresses: the second source and later ones are walked, up to 5,000 records at
     *       once, and compared with all sources before them in batches. The first source is never walked.
     * </ul>
     *
     * @param after where the portion before ended, empty to start
     * @param limit how many conflicts are enough, 1 to {@value #MOST}; the last record may have a few more. Of an address that very
     *     many share, a record is told with ten of them
     * @throws InvalidInputException if cursor or limit are not acceptable ({@code after}, {@code limit})
     * @throws StoreUnavailableException if renames or references are asked for and the store cannot be reached
     */
    ConflictPage find(ConflictKind kind, Optional<String> after, int limit)
            throws InvalidInputException, StoreUnavailableException;

    /**
     * Finishes a rename, or takes it back, whichever its source says.
     *
     * @param rename as {@link #find} answered it
     * @return where the record is: unless that is unknown, or somebody is at work at it, the rename is settled
     * @throws NotFoundException if there is no such unfinished rename any more
     * @throws StoreUnavailableException if the store cannot be reached
     */
    Conflict.UnfinishedRename.Place finish(Conflict.UnfinishedRename rename, Actor actor) throws DirectoryException;

    /**
     * Decides that a suspended reference is about the same person: what was given stays, under the identity that the source
     * tells now.
     *
     * @param remembered the identity to which everything was given, as it was shown
     * @param told the identity that the source tells now, as it was shown
     * @return the customer user
     * @throws NotFoundException if there is no such customer user
     * @throws StaleException if either identity is another one by now
     * @throws SourceUnavailableException if it is not certain who has the login
     * @throws StoreUnavailableException if the store cannot be reached
     */
    CustomerUser samePerson(String login, String remembered, String told, Actor actor) throws DirectoryException;

    /**
     * Decides that the login belongs to somebody else by now: he gets a reference of his own, and nothing passes to him, neither
     * permissions nor a mark that the former person was disabled here. What was given to the former person is kept and counts
     * for nobody.
     *
     * @throws NotFoundException as {@link #samePerson}
     * @throws StaleException as {@link #samePerson}
     * @throws SourceUnavailableException as {@link #samePerson}
     * @throws StoreUnavailableException as {@link #samePerson}
     */
    CustomerUser anotherPerson(String login, String remembered, String told, Actor actor) throws DirectoryException;
}
