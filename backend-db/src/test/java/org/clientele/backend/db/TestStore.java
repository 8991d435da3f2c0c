package org.clientele.backend.db;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.DirectoryStore;
import org.clientele.spi.store.Owner;

/** What a directory remembers, in memory. Every source has answered before. */
final class TestStore implements DirectoryStore {
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();

    @Override
    public Map<String, Owner> owners(Collection<String> loginKeys) {
        Map<String, Owner> found = new HashMap<>(owners);
        found.keySet().retainAll(loginKeys);
        return found;
    }

    @Override
    public Owner confirm(Claim claim) {
        Owner owner = new Owner(1, claim.sourceId(), claim.loginKey(), claim.login(), Optional.empty(), Instant.EPOCH);
        owners.put(claim.loginKey(), owner);
        return owner;
    }

    @Override
    public Set<String> answeredSources() {
        return Set.of("CustomerUser", "CustomerUser1", "CustomerCompany");
    }

    @Override
    public void recordAnswered(String sourceId) {
        // they all have
    }
}
