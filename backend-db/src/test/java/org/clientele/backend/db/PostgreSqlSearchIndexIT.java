package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.Finding;
import org.clientele.spi.Criterion;
import org.clientele.spi.NewRecord;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Free search with a trigram index: it is used where it helps, and finds the same as without. */
class PostgreSqlSearchIndexIT {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    private static final String MANY =
            "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id, create_time, create_by,"
                    + " change_time, change_by) select 'user' || n, 'u' || n || '@example.com', 'acme', 'Jo', 'Doe' || n, 1,"
                    + " now(), 'test', now(), 'test' from generate_series(1, 20000) n";

    private static final int AGAIN_AND_AGAIN = 15;

    /** Its columns may be missing, so that the index has to treat a missing one as an empty one. */
    private static final Map<String, String> CITIES = Map.of("searchFields", "login,city,last_name,phone");

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    @Test
    void aLargeTableWithoutTheIndexIsAFindingWhoseStatementsMakeIt() throws Exception {
        fillAndIndex();

        StatementRecorder recorder = new StatementRecorder(SERVER);
        try (TestSource source = TestSource.customerUsers(recorder, CITIES)) {
            source.find("user1");
            assertThat(source.source().condition().findings()).isEmpty();
            assertThat(recorder.statementOf(() -> source.search(TestSource.word("doe17777")))
                            .explained("explain "))
                    .contains("customer_user_search")
                    .doesNotContain("Seq Scan");
        }
    }

    /**
     * The driver has a statement prepared by the server when it comes for the fifth time, and after five more the server may
     * plan it for all words alike.
     */
    @ParameterizedTest
    @ValueSource(strings = {"doe doe17777 nobody", "doe17777 nobody doe", "nobody doe doe17777"})
    void wordsThatComeAgainAndAgainArePlannedEachForItself(String words) throws Exception {
        fillAndIndex();
        try (PooledDatabase one = new PooledDatabase(SERVER, 1)) {
            StatementRecorder recorder = new StatementRecorder(one);
            try (TestSource source = TestSource.customerUsers(recorder, CITIES)) {
                for (String word : words.split(" ")) {
                    for (int i = 0; i < AGAIN_AND_AGAIN; i++) {
                        source.page(text(word), Optional.empty(), 50, true);
                    }
                }
                for (String word : words.split(" ")) {
                    StatementRecorder.Statement statement =
                            recorder.statementOf(() -> source.page(text(word), Optional.empty(), 50, true));
                    assertThat(planAsPrepared(one, statement))
                            .as(word)
                            .contains(word.equals("doe") ? "customer_user_login_key" : "customer_user_search")
                            .doesNotContain("Seq Scan", "$1");
                }
            }
        }
    }

    /** The plan of the statement that the server prepared, on the connection that it was prepared for. */
    private static String planAsPrepared(TestDatabase database, StatementRecorder.Statement statement)
            throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            String name =
                    firstColumn(connection, "select name from pg_prepared_statements where statement like '%chr(31)%'");
            String values = statement.values().values().stream()
                    .map(value -> value instanceof Number ? value.toString() : "'" + value + "'")
                    .collect(Collectors.joining(", "));
            return firstColumn(connection, "explain execute \"" + name + "\" (" + values + ")");
        }
    }

    private static String firstColumn(Connection connection, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return String.join("\n", lines);
    }

    private static Criterion text(String word) {
        return new Criterion.Text(TestSource.word(word));
    }

    /** Makes many people, and the index as the finding says. */
    private static void fillAndIndex() throws Exception {
        SERVER.run(MANY, "analyze customer_user");
        String statements;
        try (TestSource source = TestSource.customerUsers(SERVER, CITIES)) {
            source.find("user1");
            Finding finding = source.source().condition().findings().get(0);
            assertThat(finding.key()).isEqualTo("searchFields");
            statements = finding.message().substring(finding.message().indexOf("run: ") + "run: ".length());
        }
        SERVER.run(statements.split(";"));
    }

    @Test
    void aSmallTableNeedsNoIndex() throws Exception {
        try (TestSource source = TestSource.customerUsers(SERVER, Map.of())) {
            source.add("jdoe");
            assertThat(source.source().condition().findings()).isEmpty();
        }
    }

    @Test
    void aSearchFindsTheSameWithTheIndexAndWithoutIt() throws Exception {
        try (TestSource source = TestSource.customerUsers(SERVER, CITIES)) {
            source.writable().add(person("jdoe", "Smith", "Berlin"), TestSource.soon());
            source.writable().add(person("smithers", "O'Brien", "München"), TestSource.soon());
            source.writable().add(person("ünal", "x\"y <z>", "%_\\"), TestSource.soon());
            source.writable().add(person("カスカス", "Doe\u001FBerlin", ""), TestSource.soon());
            source.writable().add(person("ΟΔΟΣ", "Σίσυφος", "ΟΔΟΣ ΣΑΣ"), TestSource.soon());
            source.writable().add(person("berlin.smith", "Jo", "smith berlin"), TestSource.soon());
        }
        List<SearchExpression> searches = searches();
        Map<String, List<String>> without = found(searches);
        SERVER.run(
                "create extension if not exists pg_trgm",
                "create index customer_user_search on customer_user using gin ((lower(chr(31) || login || chr(31)"
                        + " || coalesce(city, '') || chr(31) || last_name || chr(31) || coalesce(phone, '') || chr(31))"
                        + " collate \"C\") gin_trgm_ops)");

        assertThat(found(searches)).isEqualTo(without);
        assertThat(without.values()).anySatisfy(ids -> assertThat(ids).hasSize(1));
        StatementRecorder recorder = new StatementRecorder(SERVER);
        try (TestSource source = TestSource.customerUsers(recorder, CITIES)) {
            source.search(TestSource.word("smith"));
            assertThat(recorder.statements()).last().asString().contains("chr(31)");
        }
    }

    private static List<SearchExpression> searches() {
        List<SearchExpression> searches = new ArrayList<>();
        for (String text : List.of(
                "smith",
                "SMITH",
                "o'brien",
                "ünal",
                "ÜNAL",
                "x\"y",
                "%_\\",
                "カスカス",
                "ΟΔΟΣ",
                "οδος",
                "σίσυφος",
                "berlin",
                "in\u001Fsm",
                "doe\u001Fberlin",
                "smith berlin",
                "lin smi",
                "jdoe\u001F",
                "sm",
                "münchen")) {
            searches.add(TestSource.phrase(text));
        }
        for (String pattern : List.of("jdoe*smith", "ber*smi", "smith*berlin", "s*h", "*", "j*e", "doe*berlin")) {
            searches.add(new SearchExpression.Word(TextPattern.of(pattern)));
        }
        searches.add(new SearchExpression.Not(TestSource.word("smith")));
        searches.add(new SearchExpression.And(List.of(TestSource.word("smith"), TestSource.word("berlin"))));
        searches.add(new SearchExpression.And(
                List.of(TestSource.word("berlin"), new SearchExpression.Not(TestSource.word("jdoe")))));
        searches.add(new SearchExpression.Or(List.of(TestSource.word("brien"), TestSource.word("ünal"))));
        return searches;
    }

    /** Anywhere in a field, at its beginning, at its end, and as the whole of it. */
    private static Map<String, List<String>> found(List<SearchExpression> searches) throws Exception {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String prefix : List.of("*", "")) {
            for (String suffix : List.of("*", "")) {
                Map<String, String> configuration = new HashMap<>(CITIES);
                configuration.put("searchPrefix", prefix);
                configuration.put("searchSuffix", suffix);
                try (TestSource source = TestSource.customerUsers(SERVER, configuration)) {
                    for (SearchExpression search : searches) {
                        found.put(
                                prefix + search + suffix,
                                TestSource.ids(source.page(new Criterion.Text(search), Optional.empty(), 100, true)));
                    }
                }
            }
        }
        return found;
    }

    private static NewRecord person(String login, String lastName, String city) {
        return TestSource.person(login, Map.of("UserLastname", lastName, "UserCity", city));
    }
}
