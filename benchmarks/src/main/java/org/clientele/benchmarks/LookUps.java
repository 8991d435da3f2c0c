package org.clientele.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clientele.Answer;
import org.clientele.CustomerUser;
import org.clientele.benchmarks.Turns.Way;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;

/** One person by login: in the source, and through the directory, where the database is asked and where it is not. */
final class LookUps implements Benchmark<Stage> {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Map<String, Object> CONFIGURATION =
            Map.of("service.pid", "org.clientele.backend.db~CustomerUser");
    private static final String SQL =
            "select " + Jdbc.COLUMNS + " from customer_user where (lower(login) collate \"C\") = lower(?)";
    /** Fewer than the cache keeps. */
    private static final int REMEMBERED = 1000;

    @Override
    public void run(Stage stage) throws Exception {
        stage.report().title("Look-up by login, " + stage.rows() + " customer users");
        Jdbc jdbc = stage.jdbc();
        CustomerUserSource source = stage.registry().customerUsers(CONFIGURATION);
        LocalDirectory.Filled filled = new LocalDirectory.Filled(CONFIGURATION, source);
        try (LocalDirectory directory =
                new LocalDirectory(stage.registry(), stage.database().pool(), List.of(filled))) {
            Way<String> floor =
                    new Way<>("JDBC by hand", login -> jdbc.rows(SQL, login).get(0));
            Way<String> inSource = new Way<>(
                    "source", login -> source.find(login, Deadline.in(LIMIT)).orElseThrow());
            Way<String> asked = new Way<>(
                    "directory, sources asked", login -> found(directory.users().ask(login)));
            Turns<String> uncached = new Turns<>(round -> stage.person(round).login(), List.of(floor, inSource, asked));
            stage.report().ways("uncached", uncached.measure(stage.time().dividedBy(2), stage.time()), 1);
            Way<String> remembered = new Way<>(
                    "directory, remembered", login -> found(directory.users().find(login)));
            Turns<String> cached =
                    new Turns<>(round -> stage.person(round % REMEMBERED).login(), List.of(remembered));
            stage.report().ways("cached", cached.measure(stage.time().dividedBy(2), stage.time()), 1);
        }
    }

    private static CustomerUser found(Answer<CustomerUser> answer) {
        return answer.entry().orElseThrow();
    }
}
