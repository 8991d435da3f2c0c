package org.clientele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.CustomerUsers;
import org.clientele.ListRequest;
import org.clientele.SourceState;
import org.clientele.benchmarks.LocalDirectory.Filled;
import org.clientele.benchmarks.Turns.Way;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;

/** A page over nine tables, a slow source and a dead one, next to the slow source alone and one batch of logins. */
final class ElevenSources implements Benchmark<Stage> {
    private static final int TABLES = 9;
    private static final int PAGE = 50;
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Override
    public void run(Stage stage) throws Exception {
        stage.report().title("Eleven sources, " + stage.rows() + " customer users in ten tables");
        tables(stage);
        try (SilentServer silent = new SilentServer()) {
            stage.registry().dataSource("silent", silent.pool());
            List<Filled> sources = sources(stage);
            try (LocalDirectory directory =
                    new LocalDirectory(stage.registry(), stage.database().pool(), sources)) {
                exhaust(directory.users());
                measure(stage, directory.users(), sources);
            }
        }
    }

    private static void measure(Stage stage, CustomerUsers users, List<Filled> sources) throws Exception {
        CustomerUserSource slow = sources.get(TABLES).source();
        CustomerUserSource table = sources.get(0).source();
        Set<String> logins = new HashSet<>();
        for (int i = 0; i < PAGE; i++) {
            logins.add(stage.person(i).login());
        }
        Way<String> floor = new Way<>("the slow source alone, then a batch of logins", word -> {
            slow.search(new SourceQuery(word(word), Optional.empty(), PAGE, false), Deadline.in(LIMIT));
            return table.search(
                    new SourceQuery(new Criterion.Ids(logins), Optional.empty(), 2 * PAGE, true), Deadline.in(LIMIT));
        });
        Way<String> ours = new Way<>(
                "directory, eleven sources",
                word -> users.list(ListRequest.ALL.withSearch(word).withLimit(PAGE)));
        Turns<String> turns = new Turns<>(round -> "smith", List.of(floor, ours));
        stage.report().ways("page of 50", turns.measure(stage.time().dividedBy(2), stage.time()), 1);
    }

    /** Asks until the dead source's breaker is open. */
    private static void exhaust(CustomerUsers users) throws Exception {
        while (users.sources().get(TABLES + 1).state() != SourceState.UNAVAILABLE) {
            users.list(ListRequest.ALL.withSearch("smith").withLimit(PAGE));
        }
    }

    private static List<Filled> sources(Stage stage) {
        List<Filled> sources = new ArrayList<>();
        for (int i = 0; i <= TABLES + 1; i++) {
            Map<String, Object> configuration = configuration(i);
            CustomerUserSource source = stage.registry().customerUsers(configuration);
            sources.add(new Filled(configuration, i == TABLES ? new SlowSource(source, SLOW) : source));
        }
        return sources;
    }

    private static Map<String, Object> configuration(int number) {
        return Map.of(
                "service.pid", "org.clientele.backend.db~CustomerUser" + (number == 0 ? "" : number),
                "table", "part_" + Math.min(number, TABLES),
                "dataSourceName", number > TABLES ? "silent" : "clientele");
    }

    /** The people of the large table, a tenth in each: the nine tables and that of the slow source. */
    private static void tables(Stage stage) throws Exception {
        for (int i = 0; i <= TABLES; i++) {
            String table = "part_" + i;
            stage.jdbc().update("drop table if exists " + table);
            stage.jdbc().update("create table " + table + " as select * from customer_user where id % 10 = " + i);
            stage.jdbc()
                    .update("alter table " + table + " alter login set not null, alter first_name set not null,"
                            + " alter last_name set not null, alter customer_id set not null");
            stage.jdbc().update("create unique index on " + table + " ((lower(login) collate \"C\"))");
            stage.jdbc()
                    .update("create index on " + table + " using gin ((" + Database.SEARCH_TEXT
                            + ") gin_trgm_ops) with (fastupdate = off)");
            stage.jdbc().update("vacuum analyze " + table);
        }
    }

    private static Criterion word(String text) {
        return new Criterion.Text(new SearchExpression.Word(TextPattern.exactly(text)));
    }
}
