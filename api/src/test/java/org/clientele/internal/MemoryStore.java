package org.clientele.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.clientele.DisabledHere;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.CustomerReferences;
import org.clientele.spi.store.CustomerRenames;
import org.clientele.spi.store.DirectoryStore;
import org.clientele.spi.store.DisabledPeople;
import org.clientele.spi.store.DisabledPeople.Mark;
import org.clientele.spi.store.Identities;
import org.clientele.spi.store.KeptPersons;
import org.clientele.spi.store.Known;
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
    private final List<Mark> marks = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
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

    /** Marks somebody of a source as disabled here. */
    MemoryStore disable(String sourceId, String login) {
        String key = OrderKey.of(login);
        marks.add(new Mark(1, sourceId, login, Set.of(key), new DisabledHere(Instant.EPOCH, "admin", "")));
        return this;
    }

    /** How often the marks of some logins were asked for. */
    int asked() {
        return asked.get();
    }

    @Override
    public Known known(Collection<String> loginKeys) throws StoreUnavailableException {
        check();
        Map<String, Owner> found = new ConcurrentHashMap<>(owners);
        found.keySet().retainAll(loginKeys);
        return new Known(found, marksOf(loginKeys));
    }

    private List<Mark> marksOf(Collection<String> loginKeys) {
        return marks.stream()
                .filter(mark -> mark.loginKeys().stream().anyMatch(loginKeys::contains))
                .toList();
    }

    @Override
    public DisabledPeople disabledPeople() {
        return new Disabled();
    }

    private final class Disabled implements DisabledPeople {
        @Override
        public List<Mark> of(Collection<String> loginKeys) throws StoreUnavailableException {
            check();
            asked.incrementAndGet();
            return marksOf(loginKeys);
        }

        @Override
        public Set<String> sources() throws StoreUnavailableException {
            check();
            return marks.stream().map(Mark::sourceId).collect(Collectors.toSet());
        }

        @Override
        public List<Mark> in(String sourceId, int limit) throws StoreUnavailableException {
            check();
            return marks.stream()
                    .filter(mark -> mark.sourceId().equals(sourceId))
                    .limit(limit)
                    .toList();
        }

        @Override
        public long count(String sourceId) throws StoreUnavailableException {
            return in(sourceId, Integer.MAX_VALUE).size();
        }

        @Override
        public boolean disable(long reference, DisabledHere mark) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean enable(long reference) {
            throw new UnsupportedOperationException();
        }
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
    public Identities identities() {
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
