package org.clientele.backend.db;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.DisabledHere;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.CustomerReferences;
import org.clientele.spi.store.CustomerRenames;
import org.clientele.spi.store.DirectoryStore;
import org.clientele.spi.store.DisabledPeople;
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
import org.clientele.spi.store.StoredAudit.Intent;
import org.clientele.spi.store.StoredGroups;
import org.clientele.spi.store.StoredPermissions;
import org.clientele.spi.store.Tokens;

/** What a directory remembers, in memory, for tests with one writer. Every source has answered before. */
final class TestStore implements DirectoryStore, Reservations, Renames {
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();

    @Override
    public Known known(Collection<String> loginKeys) {
        Map<String, Owner> found = new HashMap<>(owners);
        found.keySet().retainAll(loginKeys);
        return new Known(found, List.of());
    }

    @Override
    public DisabledPeople disabledPeople() {
        return new NobodyDisabled();
    }

    /** Nobody is. */
    private static final class NobodyDisabled implements DisabledPeople {
        @Override
        public List<Mark> of(Collection<String> loginKeys) {
            return List.of();
        }

        @Override
        public Set<String> sources() {
            return Set.of();
        }

        @Override
        public List<Mark> in(String sourceId, int limit) {
            return List.of();
        }

        @Override
        public long count(String sourceId) {
            return 0;
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
    public Owner confirm(Claim claim) {
        Owner owner = new Owner(
                1,
                claim.sourceId(),
                claim.loginKey(),
                claim.login(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
        owners.put(claim.loginKey(), owner);
        return owner;
    }

    @Override
    public Owner confirm(Claim claim, List<Conclusion> conclusions) {
        return confirm(claim);
    }

    @Override
    public Owner confirmAdded(Claim claim, Reservation reservation, List<Conclusion> conclusions) {
        return confirm(claim);
    }

    @Override
    public Owner confirmAdded(Claim claim, Reservation reservation) {
        return confirm(claim);
    }

    @Override
    public void depart(String loginKey, Set<String> sourceIds) {
        owners.remove(loginKey);
    }

    @Override
    public Set<String> answeredSources() {
        return Set.of("CustomerUser", "CustomerUser1", "CustomerCompany");
    }

    @Override
    public void recordAnswered(String sourceId) {
        // they all have
    }

    @Override
    public Reservations reservations() {
        return this;
    }

    @Override
    public Optional<String> take(Reservation reservation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> take(Reservation reservation, List<Intent> intents) {
        return Optional.empty();
    }

    @Override
    public void release(Reservation reservation) {
        // nobody else wants it
    }

    @Override
    public Set<String> holders() {
        return Set.of();
    }

    @Override
    public void release(Reservation reservation, List<Conclusion> conclusions) {
        // nobody else wants it
    }

    @Override
    public void sweep() {
        // nothing is left over
    }

    @Override
    public Identities identities() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Renames renames() {
        return this;
    }

    @Override
    public List<Owner> unfinished(int limit) {
        return List.of();
    }

    @Override
    public Owner begin(Claim claim, Owner.NewLogin to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean finish(Owner pending) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean abandon(Owner pending) {
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
        return new NoCustomers();
    }

    @Override
    public CustomerRenames customerRenames() {
        return new NoCustomers();
    }

    @Override
    public KeptPersons persons() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredAudit audit() {
        return new NoAudit();
    }

    /** Nobody asks what was changed. */
    private static final class NoAudit implements StoredAudit {
        @Override
        public void intend(List<Intent> intents) {
            // forgotten
        }

        @Override
        public void conclude(List<Conclusion> conclusions) {
            // forgotten
        }

        @Override
        public List<AuditEntry> list(AuditFilter filter, Optional<String> after, int limit) {
            return List.of();
        }

        @Override
        public Rewritten rewrite(
                Optional<Long> person, Set<String> logins, String newLogin, String mark, Optional<String> after) {
            return new Rewritten(0, Optional.empty());
        }

        @Override
        public int count(Optional<Long> person, Set<String> logins, int limit) {
            return 0;
        }

        @Override
        public List<AuditEntry> about(Optional<Long> person, Set<String> logins, int limit) {
            return List.of();
        }

        @Override
        public boolean sweep(Instant before) {
            return true;
        }
    }

    /** Nothing hangs on a customer. */
    private static final class NoCustomers implements CustomerReferences, CustomerRenames {
        @Override
        public Map<String, CustomerReference> of(Collection<String> keys) {
            return Map.of();
        }

        @Override
        public CustomerReference reference(String key, String customerId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CustomerReference begin(String key, String customerId, CustomerReference.PendingRename to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean finish(CustomerReference pending) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean abandon(CustomerReference pending) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CustomerReference> unfinished(int limit) {
            return List.of();
        }
    }
}
