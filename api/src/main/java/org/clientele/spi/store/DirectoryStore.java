package org.clientele.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the directory remembers about owners and sources, and the way to what else it keeps. An OSGi service; any thread may
 * call. It exists only once its tables have been migrated. Whoever calls does so on his own thread: a call ends within a few
 * seconds whatever becomes of the database, and with a {@link StoreUnavailableException} if it has no answer by then, whose
 * cause is the {@link InterruptedException} of a caller who was interrupted.
 */
@ProviderType
public interface DirectoryStore {

    /** The most characters of a login and of its key: nothing is kept about a longer one. */
    int LONGEST_LOGIN = 400;

    /**
     * The active owners of these logins: the sources that were last confirmed to own them. A login that somebody is being
     * renamed to belongs to him already, see {@link Owner#pending}.
     *
     * @param loginKeys see {@link Claim#loginKey}
     * @return by login key; a login that nobody was confirmed to own is missing
     */
    default Map<String, Owner> owners(Collection<String> loginKeys) throws StoreUnavailableException {
        return known(loginKeys).owners();
    }

    /** The owners of these logins, and who was disabled here, in one statement for up to 500 keys. */
    Known known(Collection<String> loginKeys) throws StoreUnavailableException;

    /**
     * Remembers that the claim's source owns its login. Another source's active reference for the same login becomes
     * inactive in the same transaction; nothing is deleted. Repeating a claim changes nothing but the time. A claim whose
     * native id differs from the remembered one is another person with the same login: neither the remembered native id nor
     * the time changes, and the caller sees the conflict in the answer.
     *
     * @return the reference that is active now
     */
    Owner confirm(Claim claim) throws StoreUnavailableException;

    /**
     * As {@link #confirm(Claim)}, and says in the same transaction what became of changes of the person, see
     * {@link StoredAudit#conclude}.
     */
    Owner confirm(Claim claim, List<Conclusion> conclusions) throws StoreUnavailableException;

    /**
     * Remembers that the claim's source owns the login of a record that was just added, and gives the reservation back under
     * which that was done, in one transaction. The record gets a reference of its own, whoever had the login before.
     *
     * @return the reference that is active now
     */
    Owner confirmAdded(Claim claim, Reservation reservation) throws StoreUnavailableException;

    /**
     * As {@link #confirmAdded(Claim, Reservation)}, and says in the same transaction what became of the addition, see
     * {@link StoredAudit#conclude}.
     */
    Owner confirmAdded(Claim claim, Reservation reservation, List<Conclusion> conclusions)
            throws StoreUnavailableException;

    /**
     * Parts with the references of a login whose sources say that they do not have it: whoever gets the login from now on is
     * somebody else and gets a reference of his own. The old ones are kept and refer to nobody. Repeating it changes nothing.
     *
     * @param loginKey see {@link Claim#loginKey}
     * @param sourceIds the sources that were asked and do not have the login
     */
    void depart(String loginKey, Set<String> sourceIds) throws StoreUnavailableException;

    /** The ids of the sources that have ever answered. */
    Set<String> answeredSources() throws StoreUnavailableException;

    /** Remembers that the source has answered; repeating it changes nothing. */
    void recordAnswered(String sourceId) throws StoreUnavailableException;

    /** Logins and e-mail addresses that are being written at this moment. */
    Reservations reservations();

    /** Who was disabled here. */
    DisabledPeople disabledPeople();

    /** Native identities of persons. */
    Identities identities();

    /** Logins that are being changed. */
    Renames renames();

    /** What is kept about a person besides his record. */
    Preferences preferences();

    /** Proofs that are given out and come back. */
    Tokens tokens();

    /** Groups. */
    StoredGroups groups();

    /** Permissions in groups. */
    StoredPermissions permissions();

    /** Customers that were assigned to customer users. */
    StoredAssignments assignments();

    /** References to customers. */
    CustomerReferences customers();

    /** Customer IDs that are being changed. */
    CustomerRenames customerRenames();

    /** All that is kept about persons. */
    KeptPersons persons();

    /** What was changed. */
    StoredAudit audit();
}
