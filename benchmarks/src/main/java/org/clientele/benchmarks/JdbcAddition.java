package org.clientele.benchmarks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * By hand what an addition asks and writes: login and address are reserved, and it is noted in the audit; owner, login, address
 * and customer are looked up; the row is written and read again; its owner and the outcome are noted, and the reservation goes.
 */
final class JdbcAddition {
    private static final String RESERVE = "insert into write_reservation (reserved_key, holder, taken_at, lease_millis)"
            + " values (?, ?, current_timestamp, ?), (?, ?, current_timestamp, ?)";
    private static final String RELEASE = "delete from write_reservation where reserved_key in (?, ?) and holder = ?";
    private static final long LEASE_MILLIS = 60_000;
    private static final String OWNER =
            "select id, source_id, login_key, login, native_id, confirmed_at from customer_user_ref where active_key = ?";
    private static final String BY_LOGIN =
            "select " + Jdbc.COLUMNS + " from customer_user where (lower(login) collate \"C\") = lower(?)";
    private static final String BY_EMAIL =
            "select " + Jdbc.COLUMNS + " from customer_user where (lower(email) collate \"C\") = lower(?) limit 3";
    private static final String CUSTOMER =
            "select customer_id, name, street, zip, city, country, url, comments, valid_id"
                    + " from customer_company where (lower(customer_id) collate \"C\") = lower(?)";
    private static final String INSERT =
            "insert into customer_user (login, email, customer_id, first_name, last_name, phone,"
                    + " street, zip, city, country, valid_id, create_time, create_by, change_time, change_by)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, now(), ?, now(), ?)";
    private static final String CLAIM =
            "insert into customer_user_ref (id, source_id, login_key, login, active, confirmed_at)"
                    + " values (?, ?, ?, ?, true, ?)";
    private static final String INTEND =
            "insert into audit_entry (id, recorded_at, actor, door, address, action, subject_kind, subject_id, subject_key,"
                    + " other_kind, other_id, other_key, person_id, source, changes, outcome, note)"
                    + " values (?, ?, ?, 'PROGRAM', '', 'ADD', 'CUSTOMER_USER', ?, ?, '', '', '', 0, ?, ?, 'INTENDED', '')";
    private static final String CONCLUDE =
            "update audit_entry set outcome = 'DONE', note = '', person_id = ? where id in (?)";

    private final Jdbc jdbc;
    private final String sourceId;
    private final AtomicLong ids = new AtomicLong(1L << 40);

    JdbcAddition(Jdbc jdbc, String sourceId) {
        this.jdbc = jdbc;
        this.sourceId = sourceId;
    }

    Object add(Person person) throws SQLException {
        String holder = UUID.randomUUID().toString();
        String login = "login " + person.login();
        String email = "email " + person.email();
        String entry = auditId();
        jdbc.transaction(write -> {
            write.update(RESERVE, login, holder, LEASE_MILLIS, email, holder, LEASE_MILLIS);
            write.update(
                    INTEND,
                    entry,
                    System.currentTimeMillis(),
                    Adds.ACTOR,
                    person.login(),
                    person.login(),
                    sourceId,
                    changes(person));
        });
        requireNone(jdbc.rows(OWNER, person.login()));
        requireNone(jdbc.rows(BY_LOGIN, person.login()));
        requireNone(jdbc.rows(BY_EMAIL, person.email()));
        jdbc.rows(CUSTOMER, person.customer());
        jdbc.transaction(write -> write.update(
                INSERT,
                person.login(),
                person.email(),
                person.customer(),
                person.firstName(),
                person.lastName(),
                person.phone(),
                "Musterstraße 12",
                "10115",
                "Berlin",
                "Germany",
                Adds.ACTOR,
                Adds.ACTOR));
        Object added = jdbc.rows(BY_LOGIN, person.login()).get(0);
        long owner = ids.incrementAndGet();
        jdbc.transaction(write -> {
            write.update(
                    CLAIM,
                    owner,
                    sourceId,
                    person.login(),
                    person.login(),
                    Instant.now().toEpochMilli());
            write.update(CONCLUDE, owner, entry);
            write.update(RELEASE, login, email, holder);
        });
        return added;
    }

    /** As {@code AuditId}: it begins with the time. */
    private static String auditId() {
        UUID random = UUID.randomUUID();
        return "%016x%016x".formatted(System.currentTimeMillis() << 16, random.getLeastSignificantBits());
    }

    private static String changes(Person person) {
        return person.fields().entrySet().stream()
                .map(field -> field.getKey() + "\t\t" + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static void requireNone(List<?> rows) {
        if (!rows.isEmpty()) {
            throw new IllegalStateException("There is one already");
        }
    }
}
