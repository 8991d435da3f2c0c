package org.clientele.store;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.DirectoryStore;
import org.clientele.spi.store.Owner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The directory's memory in a database. While the database is away every call says so within the limit. */
@Component(service = DirectoryStore.class)
public final class JpaDirectoryStore implements DirectoryStore {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** No database takes more values in one list than all of them do. */
    private static final int MOST_KEYS = 1000;

    /** The length of the columns: see the changelog. */
    private static final int LONGEST_LOGIN = 400;

    private final Transactions transactions;
    private final TimeLimit limit;

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
        this.transactions = new Transactions(unit);
        this.limit = new TimeLimit(limit);
    }

    @Deactivate
    void close() {
        limit.close();
    }

    @Override
    public Map<String, Owner> owners(Collection<String> loginKeys) throws StoreUnavailableException {
        List<String> keys = List.copyOf(loginKeys);
        return keys.isEmpty() ? Map.of() : limit.call(() -> transactions.read(entities -> activeAmong(keys, entities)));
    }

    @Override
    public Owner confirm(Claim claim) throws StoreUnavailableException {
        if (Math.max(claim.loginKey().length(), claim.login().length()) > LONGEST_LOGIN) {
            throw new StoreUnavailableException(
                    "The directory's store keeps no login of more than " + LONGEST_LOGIN + " characters.");
        }
        return limit.call(() -> transactions.write(entities -> confirm(claim, entities)));
    }

    @Override
    public Set<String> answeredSources() throws StoreUnavailableException {
        return limit.call(() -> transactions.read(JpaDirectoryStore::answered));
    }

    @Override
    public void recordAnswered(String sourceId) throws StoreUnavailableException {
        limit.call(() -> transactions.write(entities -> recordAnswered(sourceId, entities)));
    }

    private static Map<String, Owner> activeAmong(List<String> keys, EntityManager entities) {
        List<OwnerReference> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            List<String> some = keys.subList(from, Math.min(from + MOST_KEYS, keys.size()));
            found.addAll(entities.createQuery(
                            "select r from OwnerReference r where r.activeKey in :keys", OwnerReference.class)
                    .setParameter("keys", some)
                    .getResultList());
        }
        return found.stream().map(OwnerReference::owner).collect(toMap(Owner::loginKey, owner -> owner, (a, b) -> a));
    }

    /** The others retire before the new one becomes active: the database allows one active reference at any moment. */
    private static Owner confirm(Claim claim, EntityManager entities) {
        List<OwnerReference> known = lockedReferences(claim.loginKey(), entities);
        known.stream().filter(other -> !other.belongsTo(claim.sourceId())).forEach(OwnerReference::retire);
        entities.flush();
        OwnerReference own = known.stream()
                .filter(reference -> reference.belongsTo(claim.sourceId()))
                .findFirst()
                .orElseGet(() -> new OwnerReference(claim));
        own.confirm(claim, now());
        entities.persist(own);
        entities.flush();
        return own.owner();
    }

    /** Locked in one order, so that two nodes wait for each other only once. */
    private static List<OwnerReference> lockedReferences(String loginKey, EntityManager entities) {
        return entities.createQuery(
                        "select r from OwnerReference r where r.loginKey = :key order by r.id", OwnerReference.class)
                .setParameter("key", loginKey)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private static Set<String> answered(EntityManager entities) {
        return Set.copyOf(entities.createQuery("select s.sourceId from AnsweredSource s", String.class)
                .getResultList());
    }

    private static boolean recordAnswered(String sourceId, EntityManager entities) {
        boolean first = entities.find(AnsweredSource.class, sourceId) == null;
        if (first) {
            entities.persist(new AnsweredSource(sourceId, now()));
        }
        return first;
    }

    /** As exact as the column. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
