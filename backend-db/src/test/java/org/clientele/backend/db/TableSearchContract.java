package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.phrase;
import static org.clientele.backend.db.TestSource.soon;
import static org.clientele.backend.db.TestSource.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.clientele.Condition;
import org.clientele.Condition.Compare;
import org.clientele.Condition.Comparison;
import org.clientele.Condition.Empty;
import org.clientele.Condition.OneOf;
import org.clientele.Ordering;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SortingSource;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a source searches and lists with a real database. */
abstract class TableSearchContract extends TableUnderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "Ünal",
                "カス",
                "x\"y <z>",
                "${a}",
                "100%",
                "a_b",
                "c:\\dir\\",
                "c++",
                "😀",
                "*)(uid=*",
                "' OR 1=1 --"
            })
    void aTextIsFoundWhereItStandsAndNowhereElse(String text) throws Exception {
        source.writable().add(person("one", Map.of("UserLastname", "before " + text + " after")), soon());
        source.add("two");

        assertThat(source.search(phrase(text))).containsExactly("one");
        assertThat(source.search(new SearchExpression.Not(phrase(text)))).containsExactly("two");
    }

    @Test
    void moreLoginsThanAStatementTakesAreAskedForInOrderAndEachIsThereOnce() throws Exception {
        source.add("O'Brien", "zoë", "Ünal", "カス");
        List<String> asked = new ArrayList<>(List.of("O'Brien", "zoë", "Ünal", "カス", "ÜNAL", "o'brien"));
        for (int i = 0; i < 3_000; i++) {
            asked.add("nobody" + i);
        }
        Criterion logins = new Criterion.Ids(Set.copyOf(asked));

        SourcePage all = source.page(logins, Optional.empty(), 1000, true);
        assertThat(TestSource.ids(all)).containsExactly("O'Brien", "zoë", "Ünal", "カス");
        assertThat(all.more()).isFalse();

        SourcePage first = source.page(logins, Optional.empty(), 2, true);
        assertThat(TestSource.ids(first)).containsExactly("O'Brien", "zoë");
        assertThat(first.more()).isTrue();
        SourcePage next = source.page(logins, Optional.of(first.records().get(1).position()), 2, true);
        assertThat(TestSource.ids(next)).containsExactly("Ünal", "カス");
        assertThat(next.more()).isFalse();
    }

    @Test
    void wildcardsOfSqlAreOrdinaryCharacters() throws Exception {
        source.add("abc", "a%c", "a_c", "a\\c");

        assertThat(source.search(word("a%c"))).containsExactly("a%c");
        assertThat(source.search(word("a_c"))).containsExactly("a_c");
        assertThat(source.search(word("a\\c"))).containsExactly("a\\c");
        assertThat(source.search(word("a*c"))).containsExactly("a%c", "a\\c", "a_c", "abc");
    }

    @Test
    void caseDoesNotMatterInSearchesButAccentsDo() throws Exception {
        source.writable().add(person("one", Map.of("UserLastname", "MÜLLER")), soon());
        source.writable().add(person("two", Map.of("UserLastname", "Muller")), soon());

        assertThat(source.search(word("müll"))).containsExactly("one");
        assertThat(source.search(word("mull"))).containsExactly("two");
    }

    @Test
    void wordsMayStandInDifferentFieldsAndAnEmptyFieldMatchesOnlyNegations() throws Exception {
        source.close();
        source = TestSource.customerUsers(database(), Map.of("searchFields", "login, title, last_name"));
        source.writable().add(person("one", Map.of("UserTitle", "Dr.", "UserLastname", "Smith")), soon());
        source.writable().add(person("two", Map.of("UserLastname", "Smith")), soon());

        SearchExpression both = new SearchExpression.And(List.of(word("dr"), word("smith")));
        SearchExpression without =
                new SearchExpression.And(List.of(new SearchExpression.Not(word("dr")), word("smith")));
        SearchExpression either = new SearchExpression.Or(List.of(word("dr"), word("two")));

        assertThat(source.search(both)).containsExactly("one");
        assertThat(source.search(without)).containsExactly("two");
        assertThat(source.search(either)).containsExactly("one", "two");
        assertThat(source.search(word("*"))).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "\"", "!", "*", "%", "_", "\\", "\\%", "\0", "\uD800", "'"})
    void anyTextIsAnAnswer(String text) throws Exception {
        source.add("jdoe");

        assertThat(source.search(phrase(text))).doesNotContain("jdoe");
        assertThat(source.search(new SearchExpression.Not(phrase(text)))).containsExactly("jdoe");
    }

    @Test
    void aHugeExpressionIsAnAnswer() throws Exception {
        source.add("jdoe");
        List<SearchExpression> words = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            words.add(word("w" + i));
        }

        assertThat(source.search(new SearchExpression.Or(words))).isEmpty();
        assertThat(source.search(phrase("x".repeat(1000)))).isEmpty();
    }

    @Test
    void customerIdsAreFoundExactlyAndByPattern() throws Exception {
        source.writable().add(person("one", Map.of("UserCustomerID", "ACME")), soon());
        source.writable().add(person("two", Map.of("UserCustomerID", "acme-2")), soon());

        assertThat(source.search(new Criterion.CustomerId(TextPattern.exactly("acme"))))
                .containsExactly("one");
        assertThat(source.search(new Criterion.CustomerId(TextPattern.of("acme*"))))
                .containsExactly("one", "two");
        assertThat(source.search(new Criterion.CustomerId(TextPattern.of("*2"))))
                .containsExactly("two");
    }

    @Test
    void anEmailAddressIsComparedAsAWhole() throws Exception {
        source.writable().add(person("one", Map.of("UserEmail", "O'Brien_1@example.com")), soon());
        source.writable().add(person("two", Map.of("UserEmail", "oxbrienx1@example.com")), soon());

        assertThat(source.search(new Criterion.Email("o'brien_1@EXAMPLE.com"))).containsExactly("one");
        assertThat(source.search(new Criterion.Email("o%"))).isEmpty();
        assertThat(source.search(new Criterion.Email("*"))).isEmpty();
    }

    @Test
    void invalidRecordsAreListedOnlyOnRequestAndAlwaysFound() throws Exception {
        source.writable().add(person("one", Map.of("ValidID", "2")), soon());
        source.add("two");

        assertThat(TestSource.ids(source.page(Criterion.ALL, Optional.empty(), 10, false)))
                .containsExactly("two");
        assertThat(TestSource.ids(source.page(Criterion.ALL, Optional.empty(), 10, true)))
                .containsExactly("one", "two");
        assertThat(source.find("one").map(SourceRecord::validity)).contains(Validity.INVALID);
    }

    @Test
    void pagesFollowTheOrderOfKeysByCodePoint() throws Exception {
        Set<String> logins = new LinkedHashSet<>(
                List.of("a", "a ", "A1", "b", "Z", "z1", "ä", "\uFF21x", "😀", "カス", "%", "_", "\\", "'", LONGEST));
        Random random = new Random(42);
        while (logins.size() < 120) {
            logins.add(randomLogin(random));
        }
        source.add(logins.toArray(String[]::new));

        List<SourceRecord> walked = new ArrayList<>();
        Optional<SourceQuery.Position> after = Optional.empty();
        SourcePage page;
        do {
            page = source.page(Criterion.ALL, after, 7, true);
            walked.addAll(page.records());
            SourceRecord last = page.records().get(page.records().size() - 1);
            after = Optional.of(new SourceQuery.Position(last.key(), last.id()));
        } while (page.more());

        List<String> sorted = walked.stream()
                .sorted(Comparator.comparing(r -> new SourceQuery.Position(r.key(), r.id())))
                .map(SourceRecord::id)
                .toList();
        assertThat(walked).extracting(SourceRecord::id).containsExactlyInAnyOrderElementsOf(logins);
        assertThat(walked).extracting(SourceRecord::id).containsExactlyElementsOf(sorted);
    }

    @Test
    void aPageSaysWhetherThereIsMore() throws Exception {
        source.add("a", "b", "c");

        assertThat(source.page(Criterion.ALL, Optional.empty(), 2, true).more()).isTrue();
        assertThat(source.page(Criterion.ALL, Optional.empty(), 3, true).more()).isFalse();
    }

    @Test
    void manyIdsAreAskedForAtOnce() throws Exception {
        source.add("a", "b", "c");
        Set<String> ids = new LinkedHashSet<>(List.of("A", "C"));
        for (int i = 0; i < 998; i++) {
            ids.add("nobody" + i);
        }

        assertThat(source.search(new Criterion.Ids(ids))).containsExactly("a", "c");
        assertThat(source.search(new Criterion.Ids(Set.of()))).isEmpty();
    }

    @Test
    void tenThousandValuesAreAskedForAtOnce() throws Exception {
        source.close();
        source = TestSource.customerUsers(database(), Map.of("searchCaseSensitive", "1"));
        source.add("a", "b", "C");
        Set<String> values = new LinkedHashSet<>(List.of("a", "C"));
        for (int i = 0; values.size() < 10_000; i++) {
            values.add("nobody" + i);
        }

        assertThat(source.search(where(new OneOf("UserLogin", values)))).containsExactly("a", "C");
        assertThat(source.search(new Criterion.Detailed(List.of(), Set.of(), values)))
                .containsExactly("b");
    }

    @Test
    void valuesAreComparedAsRecordsShowThemWhateverTheColumnHolds() throws Exception {
        database().run("alter table customer_user add flag boolean", "alter table customer_user add born timestamp");
        source.close();
        source = TestSource.customerUsers(
                database(),
                Map.of(
                        "map.17", "UserFlag | Flag | flag | 1 | 0 | var | | 0 | |",
                        "map.18", "UserBorn | Born | born | 1 | 0 | var | | 0 | |"));
        source.writable().add(person("one", Map.of("UserFlag", "1", "UserBorn", "2001-02-03 04:05:06")), soon());
        source.writable().add(person("two", Map.of("UserFlag", "0")), soon());
        source.add("three");

        for (String variable : List.of("UserFlag", "UserBorn")) {
            String shown =
                    source.find("one").orElseThrow().fields().get(variable).get(0);
            assertThat(source.search(where(OneOf.equal(variable, shown)))).containsExactly("one");
            assertThat(source.search(where(OneOf.equal(variable, "nonsense")))).isEmpty();
        }
        assertThat(source.search(where(OneOf.equal("UserFlag", "0")))).containsExactly("two");
        assertThat(source.search(where(new Empty("UserFlag", true)))).containsExactly("three");
        assertThat(source.search(where(new Empty("UserBorn", true)))).containsExactly("three", "two");
    }

    @Test
    void aNumberThatIsKeptAsTextIsNotComparedAndNotSortedByTheDatabase() throws Exception {
        source.close();
        source = TestSource.customerUsers(
                database(), Map.of("map.8", "UserPhone | Phone | phone | 1 | 0 | int | | 0 | |"));
        source.writable().add(person("one", Map.of("UserPhone", "10")), soon());
        source.writable().add(person("two", Map.of("UserPhone", "9")), soon());

        Criterion less = where(new Compare("UserPhone", Comparison.LESS, 10));
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.search(less))
                .satisfies(e -> assertThat(e.getMessage())
                        .containsIgnoringCase("the column 'phone' holds text")
                        .endsWith("make it a number column, or its type in the map var"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.REQUEST));
        assertThat(source.search(where(OneOf.equal("UserPhone", "9")))).containsExactly("two");
        SourceQuery one = new SourceQuery(Criterion.ALL, Optional.empty(), 1, true);
        SourcePage page = ((SortingSource) source.source()).sort(one, List.of(Ordering.ascending("UserPhone")), soon());
        assertThat(page.more()).isTrue();
        assertThat(TestSource.ids(page)).containsExactly("one");
    }

    private static Criterion where(Condition condition) {
        return new Criterion.Detailed(List.of(condition), Set.of(), Set.of());
    }

    @Test
    void searchesOfOneShapeShareOneStatement() throws Exception {
        StatementRecorder recorder = new StatementRecorder(database());
        try (TestSource recorded = TestSource.customerUsers(recorder, Map.of())) {
            recorded.add("john");
            int before = recorder.statements().size();
            for (Set<String> values : List.of(Set.of("a", "b", "c"), Set.of("d", "e", "f", "g"))) {
                recorded.search(new Criterion.Detailed(
                        List.of(new Condition.OneOf("UserCity", values)), values, Set.of("x", "y")));
            }
            List<String> sent =
                    recorder.statements().subList(before, recorder.statements().size());
            assertThat(sent).hasSize(2);
            assertThat(Set.copyOf(sent)).hasSize(1);
        }
    }

    private static String randomLogin(Random random) {
        int[] alphabet = "aBcÜéß'%_\\ 09😀ＡカZ".codePoints().toArray();
        StringBuilder text = new StringBuilder("r");
        random.ints(1 + random.nextInt(5), 0, alphabet.length).forEach(i -> text.appendCodePoint(alphabet[i]));
        return text.append('#').append(random.nextInt(1000)).toString();
    }
}
