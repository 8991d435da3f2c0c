package org.clientele.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.Claim;
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
import org.clientele.spi.store.StoredGroups;
import org.clientele.spi.store.StoredPermissions;
import org.clientele.spi.store.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The directory's memory in a database. While the database is away every call says so within the limit. */
@Component(service = DirectoryStore.class)
public final class JpaDirectoryStore implements DirectoryStore {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final StoreCalls calls;
    private final Reservations reservations;
    private final DisabledPeople disabledPeople;
    private final Identities identities;
    private final Renames renames;
    private final Preferences preferences;
    private final Tokens tokens;
    private final StoredGroups groups;
    private final StoredPermissions permissions;
    private final StoredAssignments assignments;
    private final CustomerReferences customers;
    private final CustomerRenames customerRenames;
    private final KeptPersons persons;
    private final StoredAudit audit;

    /**
     * The component.
     *
     * @param unit made by Aries JPA on the data source {@code clientele}
     * @param tables there once the tables are
     */
    @Activate
    public JpaDirectoryStore(
            @Reference(target = "(osgi.unit.name=clientele)") EntityManagerFactory unit,
            @Reference MigratedTables tables) {
        this(unit, LIMIT);
    }

    JpaDirectoryStore(EntityManagerFactory unit, Duration limit) {
        calls = new StoreCalls(unit, limit);
        reservations = new JpaReservations(calls);
        disabledPeople = new JpaDisabledPeople(calls);
        identities = new JpaIdentities(calls);
        renames = new JpaRenames(calls);
        preferences = new JpaPreferences(calls);
        tokens = new JpaTokens(calls);
        groups = new JpaGroups(calls);
        permissions = new JpaPermissions(calls);
        assignments = new JpaAssignments(calls);
        customers = new JpaCustomerReferences(calls);
        customerRenames = new JpaCustomerRenames(calls);
        persons = new JpaKeptPersons(calls);
        audit = new JpaAudit(calls);
    }

    @Deactivate
    void close() {
        calls.close();
    }

    @Override
    public Known known(Collection<String> loginKeys) throws StoreUnavailableException {
        List<String> keys = List.copyOf(loginKeys);
        return keys.isEmpty()
                ? new Known(Map.of(), List.of())
                : calls.read(entities -> OwnerReferences.known(keys, entities));
    }

    @Override
    public Owner confirm(Claim claim) throws StoreUnavailableException {
        return confirm(claim, List.of());
    }

    @Override
    public Owner confirm(Claim claim, List<Conclusion> conclusions) throws StoreUnavailableException {
        OwnerReferences.requireLength(claim.loginKey(), claim.login());
        return calls.write(entities -> {
            Owner owner = OwnerReferences.confirmed(claim, entities).owner();
            AuditStatements.conclude(conclusions, owner.id(), entities);
            return owner;
        });
    }

    @Override
    public Owner confirmAdded(Claim claim, Reservation reservation) throws StoreUnavailableException {
        return confirmAdded(claim, reservation, List.of());
    }

    @Override
    public Owner confirmAdded(Claim claim, Reservation reservation, List<Conclusion> conclusions)
            throws StoreUnavailableException {
        OwnerReferences.requireLength(claim.loginKey(), claim.login());
        return calls.write(
                entities -> ended(OwnerReferences.first(claim, entities), reservation, conclusions, entities),
                entities -> {
                    OwnerReferences.depart(claim.loginKey(), Set.of(claim.sourceId()), entities);
                    return ended(OwnerReferences.confirmed(claim, entities), reservation, conclusions, entities);
                });
    }

    private static Owner ended(
            OwnerReference reference, Reservation reservation, List<Conclusion> conclusions, EntityManager entities) {
        Owner owner = reference.owner();
        AuditStatements.conclude(conclusions, owner.id(), entities);
        JpaReservations.release(reservation, entities);
        return owner;
    }

    @Override
    public void depart(String loginKey, Set<String> sourceIds) throws StoreUnavailableException {
        calls.write(entities -> OwnerReferences.depart(loginKey, sourceIds, entities));
    }

    @Override
    public Set<String> answeredSources() throws StoreUnavailableException {
        return calls.read(JpaDirectoryStore::answered);
    }

    @Override
    public void recordAnswered(String sourceId) throws StoreUnavailableException {
        calls.write(entities -> recordAnswered(sourceId, entities));
    }

    @Override
    public Reservations reservations() {
        return reservations;
    }

    @Override
    public DisabledPeople disabledPeople() {
        return disabledPeople;
    }

    @Override
    public Identities identities() {
        return identities;
    }

    @Override
    public Renames renames() {
        return renames;
    }

    @Override
    public Preferences preferences() {
        return preferences;
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public StoredGroups groups() {
        return groups;
    }

    @Override
    public StoredPermissions permissions() {
        return permissions;
    }

    @Override
    public StoredAssignments assignments() {
        return assignments;
    }

    @Override
    public CustomerReferences customers() {
        return customers;
    }

    @Override
    public CustomerRenames customerRenames() {
        return customerRenames;
    }

    @Override
    public KeptPersons persons() {
        return persons;
    }

    @Override
    public StoredAudit audit() {
        return audit;
    }

    private static Set<String> answered(EntityManager entities) {
        return Set.copyOf(entities.createQuery("select s.sourceId from AnsweredSource s", String.class)
                .getResultList());
    }

    private static boolean recordAnswered(String sourceId, EntityManager entities) {
        boolean first = entities.find(AnsweredSource.class, sourceId) == null;
        if (first) {
            entities.persist(new AnsweredSource(sourceId, OwnerReferences.now()));
        }
        return first;
    }
}
