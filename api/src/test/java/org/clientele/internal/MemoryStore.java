package org.clientele.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.CustomerReferences;
import org.clientele.spi.store.CustomerRenames;
import org.clientele.spi.store.DirectoryStore;
import org.clientele.spi.store.KeptPersons;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.Preferences;
import org.clientele.spi.store.Renames;
import org.clientele.spi.store.Reservation;
import org.clientele.spi.store.Reservations;
import org.clientele.spi.store.StoredAssignments;
import org.clientele.spi.store.StoredAudit;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.clientele.spi.store.StoredGroups;
import org.clientele.spi.store.StoredPermissions;
import org.clientele.spi.store.Tokens;

/** The owners of a store in memory that can be down; what a test of look-ups and lists needs, and no more. */
final class MemoryStore implements DirectoryStore {
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger confirmations = new AtomicInteger();
    private volatile boolean down;

    void setDown(boolean value) {
        down = value;
    }

    void answered(String sourceId) {
        answered.add(sourceId);
    }

    void remember(String loginKey, String sourceId) {
        owners.put(
                loginKey,
                new Owner(1, sourceId, loginKey, loginKey, Optional.empty(), Instant.EPOCH, Optional.empty()));
    }

    /** How often an owner was confirmed. */
    int confirmations() {
        return confirmations.get();
    }

    @Override
    public Map<String, Owner> owners(Collection<String> loginKeys) throws StoreUnavailableException {
        check();
        Map<String, Owner> found = new ConcurrentHashMap<>(owners);
        found.keySet().retainAll(loginKeys);
        return found;
    }

    @Override
    public Owner confirm(Claim claim) throws StoreUnavailableException {
        check();
        confirmations.incrementAndGet();
        remember(claim.loginKey(), claim.sourceId());
        return owners.get(claim.loginKey());
    }

    @Override
    public Owner confirm(Claim claim, List<Conclusion> conclusions) throws StoreUnavailableException {
        return confirm(claim);
    }

    @Override
    public Owner confirmAdded(Claim claim, Reservation reservation) throws StoreUnavailableException {
        return confirm(claim);
    }

    @Override
    public Owner confirmAdded(Claim claim, Reservation reservation, List<Conclusion> conclusions)
            throws StoreUnavailableException {
        return confirm(claim);
    }

    @Override
    public void depart(String loginKey, Set<String> sourceIds) throws StoreUnavailableException {
        check();
        owners.remove(loginKey);
    }

    @Override
    public Set<String> answeredSources() throws StoreUnavailableException {
        check();
        return Set.copyOf(answered);
    }

    @Override
    public void recordAnswered(String sourceId) throws StoreUnavailableException {
        check();
        answered.add(sourceId);
    }

    @Override
    public Reservations reservations() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Renames renames() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Preferences preferences() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tokens tokens() {
        throw new UnsupportedOperationException();
    }

    private void check() throws StoreUnavailableException {
        if (down) {
            throw new StoreUnavailableException("Told to be down");
        }
    }

    @Override
    public StoredGroups groups() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredPermissions permissions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredAssignments assignments() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerReferences customers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerRenames customerRenames() {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeptPersons persons() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredAudit audit() {
        throw new UnsupportedOperationException();
    }
}
