package org.clientele.benchmarks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * By hand what an addition asks and writes: login and address are reserved; owner, login, address and customer looked up; the
 * row written; the reservation released; the row read again; its owner noted.
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
    private static final String REFERENCES = "select id, source_id, login_key, login, native_id, active, confirmed_at"
            + " from customer_user_ref where login_key = ? order by id for update";
    private static final String CLAIM =
            "insert into customer_user_ref (id, source_id, login_key, login, active, confirmed_at)"
                    + " values (?, ?, ?, ?, true, ?)";

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
        jdbc.transaction(write -> write.update(RESERVE, login, holder, LEASE_MILLIS, email, holder, LEASE_MILLIS));
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
        jdbc.transaction(write -> write.update(RELEASE, login, email, holder));
        Object added = jdbc.rows(BY_LOGIN, person.login()).get(0);
        jdbc.transaction(write -> {
            requireNone(write.rows(REFERENCES, person.login()));
            write.update(
                    CLAIM,
                    ids.incrementAndGet(),
                    sourceId,
                    person.login(),
                    person.login(),
                    Instant.now().toEpochMilli());
        });
        return added;
    }

    private static void requireNone(List<?> rows) {
        if (!rows.isEmpty()) {
            throw new IllegalStateException("There is one already");
        }
    }
}
