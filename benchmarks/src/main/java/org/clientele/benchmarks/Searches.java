package org.clientele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.clientele.benchmarks.Turns.Way;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;

/**
 * The first page of a free search over four fields, in order of login. By hand there are two plans: to walk along the logins
 * until the page is full, or to take what the trigram index finds and sort it; and what the planner makes of the statement.
 */
final class Searches implements Benchmark<Stage> {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int PAGE = 50;
    private static final String KEY = "(lower(login) collate \"C\")";
    private static final String TEXT = "(" + Database.SEARCH_TEXT + ")";
    private static final String WALK = "select " + Jdbc.COLUMNS + " from customer_user where (" + TEXT
            + " || '') like ? and valid_id = 1 order by " + KEY + " limit " + (PAGE + 1);
    private static final String INDEX_THEN_SORT = "with found as materialized (select " + Jdbc.COLUMNS
            + " from customer_user where " + TEXT
            + " like ? and valid_id = 1) select * from found order by sort_key limit "
            + (PAGE + 1);
    private static final String PLAIN = "select " + Jdbc.COLUMNS + " from customer_user where " + TEXT
            + " like ? and valid_id = 1 order by " + KEY + " limit " + (PAGE + 1);

    @Override
    public void run(Stage stage) throws Exception {
        stage.report().title("Free search, a page of " + PAGE + ", " + stage.rows() + " customer users");
        CustomerUserSource source =
                stage.registry().customerUsers(Map.of("service.pid", "org.clientele.backend.db~CustomerUser1"));
        measure(stage, source, "frequent word", round -> "smith", true);
        measure(stage, source, "one row", round -> stage.person(round).login(), false);
        measure(stage, source, "no row", round -> "qqzz" + round, false);
    }

    /** @param walk whether to walk along the logins too; for a rare word that reads the whole table */
    private static void measure(
            Stage stage, CustomerUserSource source, String what, IntFunction<String> words, boolean walk)
            throws Exception {
        Jdbc jdbc = stage.jdbc();
        List<Way<String>> ways = new ArrayList<>();
        if (walk) {
            ways.add(new Way<>("by hand, along the logins", word -> jdbc.rows(WALK, "%" + word + "%")));
        }
        ways.add(new Way<>("by hand, trigrams then sort", word -> jdbc.rows(INDEX_THEN_SORT, "%" + word + "%")));
        ways.add(new Way<>("by hand, as planned", word -> jdbc.rows(PLAIN, "%" + word + "%")));
        ways.add(new Way<>("source", word -> source.search(query(word), Deadline.in(LIMIT))));
        Turns<String> turns = new Turns<>(words, ways);
        stage.report().ways(what, turns.measure(stage.time().dividedBy(2), stage.time()), ways.size() - 1);
    }

    private static SourceQuery query(String word) {
        Criterion criterion = new Criterion.Text(new SearchExpression.Word(TextPattern.exactly(word)));
        return new SourceQuery(criterion, Optional.empty(), PAGE, false);
    }
}
