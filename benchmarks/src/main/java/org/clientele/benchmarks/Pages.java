package org.clientele.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.benchmarks.Turns.Way;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.TextPattern;

/** An e-mail address, a page behind any cursor, and words that a field begins with. */
final class Pages implements Benchmark<Stage> {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int PAGE = 50;
    private static final String KEY = "(lower(login) collate \"C\")";
    private static final String BY_EMAIL =
            "select " + Jdbc.COLUMNS + " from customer_user where (lower(email) collate \"C\") = lower(?)";
    private static final String BEHIND = "select " + Jdbc.COLUMNS + " from customer_user where " + KEY + " >= ? and ("
            + KEY + " > ? or login > ?) and valid_id = 1 order by " + KEY + " limit " + (PAGE + 1);
    private static final String BEGINNING = "select " + Jdbc.COLUMNS + " from customer_user where ("
            + Database.SEARCH_TEXT + ") like ? and valid_id = 1 order by " + KEY + " limit " + (PAGE + 1);

    @Override
    public void run(Stage stage) throws Exception {
        stage.report().title("E-mail address, cursor, prefix, " + stage.rows() + " customer users");
        Jdbc jdbc = stage.jdbc();
        CustomerUserSource source = stage.registry()
                .customerUsers(Map.of("service.pid", "org.clientele.backend.db~CustomerUser2", "searchPrefix", ""));
        compare(
                stage,
                "e-mail address",
                new Way<>("JDBC by hand", person -> jdbc.rows(BY_EMAIL, person.email())),
                new Way<>("source", person -> search(source, new Criterion.Email(person.email()), Optional.empty())));
        compare(
                stage,
                "page of 50 behind a cursor",
                new Way<>("JDBC by hand", person -> jdbc.rows(BEHIND, person.login(), person.login(), person.login())),
                new Way<>(
                        "source",
                        person -> search(
                                source, Criterion.ALL, Optional.of(new Position(person.login(), person.login())))));
        compare(
                stage,
                "page of 50, a field begins with the last name",
                new Way<>("JDBC by hand", person -> jdbc.rows(BEGINNING, "%\u001f" + lower(person) + "%")),
                new Way<>("source", person -> search(source, word(lower(person)), Optional.empty())));
    }

    private static void compare(Stage stage, String what, Way<Person> floor, Way<Person> ours) throws Exception {
        Turns<Person> turns = new Turns<>(stage::person, List.of(floor, ours));
        stage.report().ways(what, turns.measure(stage.time().dividedBy(2), stage.time()), 1);
    }

    private static Object search(CustomerUserSource source, Criterion criterion, Optional<Position> after)
            throws Exception {
        return source.search(new SourceQuery(criterion, after, PAGE, false), Deadline.in(LIMIT));
    }

    private static Criterion word(String text) {
        return new Criterion.Text(new SearchExpression.Word(TextPattern.exactly(text)));
    }

    private static String lower(Person person) {
        return person.lastName().toLowerCase(Locale.ROOT);
    }
}
