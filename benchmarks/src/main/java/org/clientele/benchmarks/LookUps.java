package org.clientele.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clientele.benchmarks.Turns.Way;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;

/** One person by login: in the source, and through the directory, where the database is asked and where it is not. */
final class LookUps implements Benchmark {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String SQL =
            "select " + Jdbc.COLUMNS + " from customer_user where (lower(login) collate \"C\") = lower(?)";

    @Override
    public void run(Stage stage) throws Exception {
        stage.report().title("Look-up by login, " + stage.rows() + " customer users");
        Jdbc jdbc = stage.jdbc();
        CustomerUserSource source = stage.registry()
                .customerUsers(Map.of("service.pid", "org.clientele.backend.db~CustomerUser", "cacheTtl", "0"));
        Way<String> floor = new Way<>("JDBC by hand", login -> jdbc.rows(SQL, login).get(0));
        Way<String> ours =
                new Way<>("source", login -> source.find(login, Deadline.in(LIMIT)).orElseThrow());
        Turns<String> turns = new Turns<>(round -> stage.person(round).login(), List.of(floor, ours));
        stage.report().ways("uncached", turns.measure(stage.time().dividedBy(2), stage.time()), 1);
    }
}
