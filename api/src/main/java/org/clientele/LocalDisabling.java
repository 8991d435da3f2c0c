package org.clientele;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Disables customer users whose source takes no changes, an LDAP directory for example. The mark is kept in the directory's own
 * store, at the reference of the person: the source knows nothing of it. Whoever is disabled is answered as
 * {@link Validity#INVALID} with {@link CustomerUser#disabledHere}, does not sign in, has no permissions and is in no list of
 * valid ones. An OSGi service; any thread may call.
 *
 * <p>The mark stays with the login of its source until somebody takes it away: also if the source tells another identity for the
 * login, until it is decided who that is (see {@link SuspendedException}), and if the source takes changes later. Who gets the
 * login in another source has no mark.
 */
@ProviderType
public interface LocalDisabling {

    /** The most characters of a comment. */
    int LONGEST_COMMENT = 250;

    /**
     * Disables a customer user. Who is disabled already stays so, with the comment given now.
     *
     * @param comment why, may be empty; one line of at most {@value #LONGEST_COMMENT} characters
     * @param actor who does it
     * @return the customer user as he is now
     * @throws NotFoundException if there is no such customer user
     * @throws InvalidInputException if his source takes changes, so that his validity is set there ({@code login}), or the
     *     comment does not fit ({@code comment})
     * @throws SuspendedException if the source tells another identity for the login than before
     * @throws SourceUnavailableException if it is not certain who has the login
     * @throws StoreUnavailableException if the directory's store cannot be reached
     */
    CustomerUser disable(String login, String comment, Actor actor) throws DirectoryException;

    /**
     * Takes the mark away. Who is not disabled stays as he is.
     *
     * @param actor who does it
     * @return the customer user as he is now
     * @throws NotFoundException if there is no such customer user
     * @throws SuspendedException if the source tells another identity for the login than before
     * @throws SourceUnavailableException if it is not certain who has the login
     * @throws StoreUnavailableException if the directory's store cannot be reached
     */
    CustomerUser enable(String login, Actor actor) throws DirectoryException;
}
