package org.clientele.spi.store;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.clientele.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the directory remembers about owners and sources. An OSGi service; any thread may call. It exists only once its
 * tables have been migrated.
 */
@ProviderType
public interface DirectoryStore {

    /**
     * The active owners of these logins: the sources that were last confirmed to own them.
     *
     * @param loginKeys order keys, see {@link org.clientele.spi.OrderKey#of}
     * @return by login key; a login that nobody was confirmed to own is missing
     */
    Map<String, Owner> owners(Collection<String> loginKeys) throws StoreUnavailableException;

    /**
     * Remembers that the claim's source owns its login. Another source's active reference for the same login becomes
     * inactive in the same transaction; nothing is deleted. Repeating a claim changes nothing but the time. A claim whose
     * native id differs from the remembered one is another person with the same login: neither the remembered native id nor
     * the time changes, and the caller sees the conflict in the answer.
     *
     * @return the reference that is active now
     */
    Owner confirm(Claim claim) throws StoreUnavailableException;

    /** The ids of the sources that have ever answered. */
    Set<String> answeredSources() throws StoreUnavailableException;

    /** Remembers that the source has answered; repeating it changes nothing. */
    void recordAnswered(String sourceId) throws StoreUnavailableException;
}
