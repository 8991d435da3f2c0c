package org.clientele.privacy;

import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.ReadOnlyException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.SuspendedException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What data protection law asks for where nothing is ever deleted: to tell a person everything that is known about him, and to
 * wipe it. An OSGi service; any thread may call.
 *
 * <p>All methods throw {@link NotFoundException} if there is no such customer user, {@link SourceUnavailableException} if it is
 * not certain who owns the login, and {@link StoreUnavailableException}.
 */
@ProviderType
public interface DataProtection {

    /**
     * Everything that is known about a person: his record, records with his login in other sources, and what the directory
     * keeps itself. No password, no hash and no secret of a token is among it. It is personal data as a whole: whoever asks
     * needs the right to see it.
     *
     * <p>That it was told is recorded in the audit.
     *
     * @param actor who asks
     * @throws SourceUnavailableException if a source that matters for what the person may do cannot be asked, too: an answer
     *     with a hole in it would look complete
     */
    KnownPerson export(String login, Actor actor) throws DirectoryException;

    /** What {@link #anonymise} would do, and what stands in its way. Changes nothing. */
    default AnonymisationPlan plan(String login) throws DirectoryException {
        return plan(login, "");
    }

    /**
     * The same with another neutral name than a generated one.
     *
     * @param neutralName see {@link Anonymisation#neutralName}; empty text for a generated one
     */
    AnonymisationPlan plan(String login, String neutralName) throws DirectoryException;

    /**
     * Wipes the personal data of a customer user. The fields of the record are emptied, or replaced by neutral values where they
     * must not be empty; the password becomes a random one that nobody knows; the record becomes invalid. Preferences, tokens,
     * permissions and assignments go. Customer ID and validity stay what they tell: nothing personal.
     *
     * <p>Where the source of the record takes no changes, the record stays as it is, and only what the directory keeps itself
     * is wiped. {@link AnonymisationPlan#obstacles} says so beforehand.
     *
     * <p>The audit loses the personal values of all its entries about the person, names him by the new login, and says that he was
     * anonymised.
     *
     * <p>What the directory keeps is wiped first, then the record is changed in one statement. If that is refused, or the
     * process dies in between, doing it again completes it.
     *
     * @return what was done
     * @throws StaleException if the record was changed since the plan was made; nothing was changed
     * @throws SuspendedException if it is not clear who the login stands for; nothing was changed
     * @throws InvalidInputException if the new login is not acceptable, or a rule of the source refuses what the plan says
     * @throws org.clientele.AlreadyExistsException if somebody has the new login
     * @throws ReadOnlyException if the login shall change and cannot
     * @throws org.clientele.UncertainException if the answer of the source was lost
     */
    Anonymised anonymise(Anonymisation wanted) throws DirectoryException;
}
