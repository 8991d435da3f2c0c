package org.clientele.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.benchmarks.Turns.Way;

/** A customer with 10,000 customer users gets another ID, next to the two statements that it takes by hand. */
final class CustomerRename implements Benchmark<Stage> {
    private static final int PEOPLE = 10_000;
    private static final String BY_HAND = "hand";
    private static final String OURS = "ours";

    @Override
    public void run(Stage stage) throws Exception {
        stage.report().title("Rename of a customer with 10,000 of " + stage.rows() + " customer users");
        fill(stage.jdbc());
        Map<String, Object> configuration = Map.of("service.pid", "org.clientele.backend.db~CustomerUser");
        try (LocalDirectory directory = LocalDirectory.overOneTable(stage, configuration)) {
            Way<Integer> floor = new Way<>("JDBC by hand, two statements", round -> byHand(stage.jdbc(), round));
            Way<Integer> ours = new Way<>("directory", round -> rename(directory, round));
            Turns<Integer> turns = new Turns<>(round -> round, List.of(floor, ours));
            stage.report()
                    .ways("rename", turns.measure(stage.time(), stage.time().multipliedBy(2)), 1);
        } finally {
            empty(stage.jdbc());
        }
    }

    private static String id(String customer, int round) {
        return customer + "-" + round;
    }

    private static Object byHand(Jdbc jdbc, int round) throws SQLException {
        String from = id(BY_HAND, round);
        String to = id(BY_HAND, round + 1);
        jdbc.transaction(statements -> {
            statements.update(
                    "update customer_company set customer_id = ?, change_time = current_timestamp, change_by = ?"
                            + " where customer_id = ?",
                    to,
                    BY_HAND,
                    from);
            statements.update(
                    "update customer_user set customer_id = ?, change_time = current_timestamp, change_by = ?"
                            + " where lower(customer_id) collate \"C\" = lower(?)",
                    to,
                    BY_HAND,
                    from);
        });
        return to;
    }

    private static Object rename(LocalDirectory directory, int round) throws Exception {
        Map<String, String> fields = Map.of("CustomerID", id(OURS, round + 1));
        return directory
                .customers()
                .updateAndMove(new Change(
                        id(OURS, round), fields, Optional.empty(), Optional.empty(), Actor.program("benchmark")));
    }

    private static void fill(Jdbc jdbc) throws SQLException {
        empty(jdbc);
        for (String customer : List.of(BY_HAND, OURS)) {
            jdbc.update(
                    "insert into customer_company (customer_id, name, valid_id, create_time, create_by, change_time, change_by)"
                            + " values (?, ?, 1, now(), 'load', now(), 'load')",
                    id(customer, 0),
                    customer);
            jdbc.update(
                    "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id, create_time,"
                            + " create_by, change_time, change_by) select ? || '-' || n, ? || n || '@example.com', ?, 'First', 'Last',"
                            + " 1, now(), 'load', now(), 'load' from generate_series(1, " + PEOPLE + ") n",
                    customer,
                    customer,
                    id(customer, 0));
        }
        jdbc.update("vacuum analyze customer_user");
    }

    private static void empty(Jdbc jdbc) throws SQLException {
        for (String customer : List.of(BY_HAND, OURS)) {
            jdbc.update("delete from customer_user where login like ?", customer + "-%");
            jdbc.update("delete from customer_company where name = ?", customer);
            jdbc.update("delete from customer_ref where customer_key like ?", customer + "-%");
        }
        jdbc.update("vacuum customer_user");
    }
}
