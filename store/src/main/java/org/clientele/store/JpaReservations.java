package org.clientele.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.Reservation;
import org.clientele.spi.store.Reservations;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.clientele.spi.store.StoredAudit.Intent;

/**
 * Rows of {@code write_reservation}, whose primary key decides who comes first. Plain statements: the time in them is the
 * database's own.
 */
final class JpaReservations implements Reservations {

    /** Some databases cut the current time to seconds. */
    private static final Duration INEXACT = Duration.ofSeconds(1);

    private final StoreCalls calls;

    JpaReservations(StoreCalls calls) {
        this.calls = calls;
    }

    /** A row that somebody else has. */
    private record Held(String key, String holder, Duration left) {
        boolean runOut() {
            return left.isNegative();
        }
    }

    /** One statement where nobody has any of the keys. */
    @Override
    public Optional<String> take(Reservation reservation) throws StoreUnavailableException {
        return take(reservation, List.of());
    }

    @Override
    public Optional<String> take(Reservation reservation, List<Intent> intents) throws StoreUnavailableException {
        return calls.write(
                entities -> noted(insert(reservation, entities), intents, entities),
                entities -> noted(takeOver(reservation, entities), intents, entities));
    }

    private static Optional<String> noted(Optional<String> held, List<Intent> intents, EntityManager entities) {
        if (held.isEmpty()) {
            AuditStatements.intend(intents, entities);
        }
        return held;
    }

    @Override
    public void release(Reservation reservation) throws StoreUnavailableException {
        release(reservation, List.of());
    }

    @Override
    public void release(Reservation reservation, List<Conclusion> conclusions) throws StoreUnavailableException {
        calls.write(entities -> {
            AuditStatements.conclude(conclusions, entities);
            return release(reservation, entities);
        });
    }

    static int release(Reservation reservation, EntityManager entities) {
        Query delete = entities.createNativeQuery(
                "delete from write_reservation where reserved_key in (" + marks(reservation) + ") and holder = ?");
        return bindKeys(delete, reservation)
                .setParameter(reservation.keys().size() + 1, reservation.holder())
                .executeUpdate();
    }

    @Override
    public Set<String> holders() throws StoreUnavailableException {
        return all().stream().filter(row -> !row.runOut()).map(Held::holder).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void sweep() throws StoreUnavailableException {
        List<Held> runOut = all().stream().filter(Held::runOut).toList();
        for (Held row : runOut) {
            calls.write(entities -> remove(row, entities));
        }
    }

    private List<Held> all() throws StoreUnavailableException {
        String select = "select reserved_key, holder, lease_millis, taken_at, current_timestamp from write_reservation";
        return calls.read(entities -> held(entities.createNativeQuery(select)));
    }

    private static Optional<String> insert(Reservation reservation, EntityManager entities) {
        String row = "(?, ?, current_timestamp, ?)";
        Query insert = entities.createNativeQuery(
                "insert into write_reservation (reserved_key, holder, taken_at, lease_millis) values "
                        + String.join(
                                ", ", Collections.nCopies(reservation.keys().size(), row)));
        int at = 1;
        for (String key : reservation.keys()) {
            insert.setParameter(at++, key);
            insert.setParameter(at++, reservation.holder());
            insert.setParameter(at++, reservation.lease().toMillis());
        }
        insert.executeUpdate();
        return Optional.empty();
    }

    private static Optional<String> takeOver(Reservation reservation, EntityManager entities) {
        Query select = entities.createNativeQuery(
                "select reserved_key, holder, lease_millis, taken_at, current_timestamp from write_reservation"
                        + " where reserved_key in (" + marks(reservation) + ") order by reserved_key");
        List<Held> rows = held(bindKeys(select, reservation));
        for (Held row : rows) {
            if (!row.runOut()) {
                return Optional.of(row.key());
            }
        }
        rows.forEach(row -> remove(row, entities));
        return insert(reservation, entities);
    }

    /** Only the row that was seen: another may have taken it over in the meantime. */
    private static int remove(Held row, EntityManager entities) {
        return entities.createNativeQuery("delete from write_reservation where reserved_key = ? and holder = ?")
                .setParameter(1, row.key())
                .setParameter(2, row.holder())
                .executeUpdate();
    }

    private static List<Held> held(Query select) {
        List<Held> rows = new ArrayList<>();
        for (Object found : select.getResultList()) {
            Object[] row = (Object[]) found;
            Duration lease = Duration.ofMillis(((Number) row[2]).longValue());
            Duration age = Duration.between(instant(row[3]), instant(row[4]));
            rows.add(new Held(
                    (String) row[0], (String) row[1], lease.plus(INEXACT).minus(age)));
        }
        return rows;
    }

    /** Drivers differ in what they make of a time with its zone. */
    private static Instant instant(Object time) {
        return time instanceof OffsetDateTime exact ? exact.toInstant() : ((Timestamp) time).toInstant();
    }

    private static String marks(Reservation reservation) {
        return String.join(", ", Collections.nCopies(reservation.keys().size(), "?"));
    }

    private static Query bindKeys(Query query, Reservation reservation) {
        int at = 1;
        for (String key : reservation.keys()) {
            query.setParameter(at++, key);
        }
        return query;
    }
}
