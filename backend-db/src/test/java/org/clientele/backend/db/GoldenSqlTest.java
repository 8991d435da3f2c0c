package org.clientele.backend.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.phrase;
import static org.clientele.backend.db.TestSource.soon;
import static org.clientele.backend.db.TestSource.word;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.Condition;
import org.clientele.Ordering;
import org.clientele.Password;
import org.clientele.spi.CountingSource;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerIdSource;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.CustomerMovingSource;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.RenamingSource;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SortingSource;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The statements for databases on which no test runs, against the files that somebody who knows the database has read.
 * After a change the new text is in {@code target/golden}.
 */
class GoldenSqlTest {
    private static final RecordChange.Values CHANGED = new RecordChange.Values("old", "new");
    private static final RecordChange.Values FILLED = new RecordChange.Values("", "new");

    @ParameterizedTest
    @CsvSource({
        "oracle, Oracle, Oracle Database 19c Enterprise Edition Release 19.0.0.0.0, 19",
        "mssql, Microsoft SQL Server, 15.00.2000, 15",
        "db2, DB2/LINUXX8664, SQL110580, 11"
    })
    void statementsAreAsKept(String type, String product, String version, int major) throws Exception {
        PretendedDatabase database = new PretendedDatabase(product, version, major);
        database.reset();
        StringBuilder text = new StringBuilder();
        try (TestSource source = TestSource.customerUsers(database, Map.of());
                TestSource strict = TestSource.customerUsers(database, Map.of("searchCaseSensitive", "1"))) {
            Map<String, Callable<?>> calls = reads(source);
            calls.putAll(listsOfOtherKinds(source));
            calls.putAll(detailedSearches(source));
            calls.put("look-up where case matters", () -> strict.find("jdoe"));
            calls.put("word where case matters", () -> strict.search(word("smith")));
            calls.putAll(writes(source));
            for (Map.Entry<String, Callable<?>> call : calls.entrySet()) {
                call.getValue().call();
                text.append("-- ").append(call.getKey()).append('\n');
                text.append(database.statement()).append(";\n\n");
            }
        }
        assertThat(text.toString()).doesNotContain("smith", "jdoe").isEqualTo(kept(type, text.toString()));
    }

    /** SQL Server takes 2,100 of them; how many stand for an id depends on case and on keys. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void aStatementForManyLoginsHasNoMoreParametersThanSqlServerTakes(String caseSensitive) throws Exception {
        PretendedDatabase database = new PretendedDatabase("Microsoft SQL Server", "15.00.2000", 15);
        database.reset();
        try (TestSource source = TestSource.customerUsers(database, Map.of("searchCaseSensitive", caseSensitive))) {
            source.page(new Criterion.Ids(many(2_000)), Optional.of(new SourceQuery.Position("a", "a")), 1000, true);
        }
        List<Long> parameters = database.statements().stream()
                .map(statement -> statement.chars().filter(c -> c == '?').count())
                .toList();
        assertThat(parameters).allMatch(count -> count <= 2_100);
        assertThat(parameters.stream().mapToLong(Long::longValue).sum()).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void aDetailedSearchHasNoMoreParametersThanSqlServerTakes(String caseSensitive) throws Exception {
        PretendedDatabase database = new PretendedDatabase("Microsoft SQL Server", "15.00.2000", 15);
        database.reset();
        List<Condition> conditions = Collections.nCopies(64, new Condition.OneOf("UserCity", many(8)));
        try (TestSource source = TestSource.customerUsers(
                database, Map.of("searchCaseSensitive", caseSensitive, "caseSensitive", "0"))) {
            source.search(new Criterion.Detailed(conditions, Set.of("a"), Set.of("b")));
            assertThat(parameters(database)).isBetween(64 * 8L, 2_100L);
            source.search(new Criterion.Detailed(
                    List.of(new Condition.OneOf("UserCity", many(3_000))), many(3_000), many(3_000)));
            assertThat(parameters(database)).isBetween(3L, 20L);
        }
    }

    private static long parameters(PretendedDatabase database) {
        return database.statement().chars().filter(c -> c == '?').count();
    }

    private static Set<String> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "ünal" + i).collect(Collectors.toSet());
    }

    private static Map<String, Callable<?>> reads(TestSource source) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        Optional<SourceQuery.Position> after = Optional.of(new SourceQuery.Position("jdoe", "jdoe"));
        SearchExpression words = new SearchExpression.And(List.of(
                new SearchExpression.Or(List.of(word("smith"), phrase("smith%"))),
                new SearchExpression.Not(word("x"))));
        calls.put("look-up", () -> source.find("jdoe"));
        calls.put("batch of logins", () -> source.search(new Criterion.Ids(Set.of("a", "b", "c"))));
        calls.put("first page", () -> source.page(Criterion.ALL, Optional.empty(), 50, false));
        calls.put("next page", () -> source.page(Criterion.ALL, after, 50, false));
        calls.put("next page, invalid ones too", () -> source.page(Criterion.ALL, after, 50, true));
        calls.put("word", () -> source.search(word("smith")));
        calls.put("words", () -> source.search(words));
        calls.put("next page of words", () -> source.page(new Criterion.Text(words), after, 50, false));
        calls.put("e-mail address", () -> source.search(new Criterion.Email("smith@example.com")));
        calls.put("customer ID", () -> source.search(new Criterion.CustomerId(TextPattern.exactly("smith"))));
        calls.put("customer IDs", () -> source.search(new Criterion.CustomerId(TextPattern.of("smith*"))));
        return calls;
    }

    private static Map<String, Callable<?>> listsOfOtherKinds(TestSource source) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        SourceQuery all = new SourceQuery(Criterion.ALL, Optional.empty(), 50, false);
        Optional<SourceQuery.Position> after = Optional.of(new SourceQuery.Position("smith", "smith"));
        List<Ordering> order = List.of(Ordering.ascending("UserLastname"), new Ordering("ValidID", true));
        Criterion ofCustomer = new Criterion.TextOfCustomer(
                new Criterion.Text(word("x")), new Criterion.CustomerId(TextPattern.exactly("smith")));
        calls.put("text of a customer", () -> source.search(ofCustomer));
        calls.put("count", () -> ((CountingSource) source.source()).count(ofCustomer, false, soon()));
        calls.put("page in another order", () -> ((SortingSource) source.source()).sort(all, order, soon()));
        calls.put(
                "page of customer IDs",
                () -> ((CustomerIdSource) source.source())
                        .customerIds(new CustomerIdQuery(Optional.of(word("x")), after, 50, false), soon()));
        return calls;
    }

    private static Map<String, Callable<?>> detailedSearches(TestSource source) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        Set<String> three = Set.of("a", "b", "c");
        calls.put("one of some texts", () -> source.search(where(new Condition.OneOf("UserCity", three))));
        calls.put("one of some numbers", () -> source.search(where(new Condition.OneOf("ValidID", Set.of("1", "2")))));
        calls.put("one of many texts", () -> source.search(where(new Condition.OneOf("UserCity", many(9)))));
        calls.put("like some texts", () -> source.search(where(new Condition.Like("UserCity", Set.of("a*", "*b")))));
        calls.put("empty", () -> source.search(where(new Condition.Empty("UserCity", true))));
        calls.put("filled", () -> source.search(where(new Condition.Empty("UserCity", false))));
        for (Condition.Comparison comparison : Condition.Comparison.values()) {
            calls.put(
                    "number " + comparison,
                    () -> source.search(where(new Condition.Compare("ValidID", comparison, 2))));
        }
        calls.put("none that there can be", () -> source.search(where(new Condition.OneOf("ValidID", Set.of("x")))));
        calls.put("some customers", () -> source.search(new Criterion.Detailed(List.of(), three, Set.of())));
        calls.put("but some logins", () -> source.search(new Criterion.Detailed(List.of(), Set.of(), three)));
        calls.put("but many logins", () -> source.search(new Criterion.Detailed(List.of(), Set.of(), many(9))));
        return calls;
    }

    private static Criterion where(Condition condition) {
        return new Criterion.Detailed(List.of(condition), Set.of(), Set.of());
    }

    private static Map<String, Callable<?>> writes(TestSource source) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        NewRecord added = TestSource.withPassword(person("jdoe", Map.of("UserPhone", "smith")), "smith");
        calls.put("addition", () -> written(() -> source.writable().add(added, soon())));
        calls.put("change", () -> changed(source, Map.of("UserPhone", CHANGED), Optional.empty()));
        calls.put("filling", () -> changed(source, Map.of("UserPhone", FILLED), Optional.empty()));
        calls.put(
                "change of validity",
                () -> changed(source, Map.of("ValidID", new RecordChange.Values("1", "2")), Optional.empty()));
        RecordChange other = new RecordChange("jdoe", Map.of("UserPhone", CHANGED), Optional.empty(), "admin");
        calls.put(
                "another login",
                () -> written(() -> ((RenamingSource) source.source()).rename(other, "smith", soon())));
        for (boolean anyCase : List.of(true, false)) {
            CustomerMove move = new CustomerMove("jdoe", "smith", anyCase, "admin");
            calls.put(
                    "move to another customer" + (anyCase ? "" : ", where case matters"),
                    () -> ((CustomerMovingSource) source.source()).moveCustomerUsers(move, soon()));
        }
        calls.put("password", () -> changed(source, Map.of(), Optional.of(Password.of("smith"))));
        return calls;
    }

    private static Object changed(
            TestSource source, Map<String, RecordChange.Values> fields, Optional<Password> password) throws Exception {
        return written(() -> source.writable().update(new RecordChange("jdoe", fields, password, "admin"), soon()));
    }

    private static Object written(Write write) throws Exception {
        write.run();
        return true;
    }

    private interface Write {
        void run() throws Exception;
    }

    /** The kept text; the actual one is left where it can be compared and taken from. */
    private static String kept(String type, String actual) throws Exception {
        Path target = Files.createDirectories(Path.of("target", "golden")).resolve(type + ".sql");
        Files.writeString(target, actual);
        try (InputStream file = GoldenSqlTest.class.getResourceAsStream("/golden/" + type + ".sql")) {
            return file == null ? "" : new String(file.readAllBytes(), UTF_8);
        }
    }
}
