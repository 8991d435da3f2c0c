package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.spi.Criterion;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;

/** Lists in order, page by page. */
public interface PagingContract extends SourceUnderTest {

    private static SourceQuery after(Position position, int limit) {
        return new SourceQuery(Criterion.ALL, Optional.of(position), limit, true);
    }

    private static List<String> ids(SourcePage page) {
        return page.records().stream().map(SourceRecord::id).toList();
    }

    private static List<TestPerson> numbered(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> TestPerson.of(String.format(Locale.ROOT, "user%03d", i)))
                .toList();
    }

    @Test
    default void aWalkMeetsEverybodyOnceInOrder() throws Exception {
        int number = 150;
        List<TestPerson> people = new People(1, deviations(), Probe.isCaseSensitive(this)).some(number);
        try (Probe probe = Probe.open(this, people)) {
            for (int limit : List.of(7, number - 1, number, number + 1, Probe.MANY)) {
                probe.agrees(Criterion.ALL, true, limit);
            }
            probe.agrees(Criterion.ALL, false, 7);
        }
    }

    @Test
    default void aWalkOnePersonAtATimeMeetsEverybody() throws Exception {
        List<TestPerson> people = new People(10, deviations(), Probe.isCaseSensitive(this)).some(40);
        try (Probe probe = Probe.open(this, people)) {
            probe.agrees(Criterion.ALL, true, 1);
        }
    }

    @Test
    default void searchesAreWalkedToo() throws Exception {
        List<TestPerson> people = new People(2, deviations(), Probe.isCaseSensitive(this)).some(100);
        RandomSearches searches = new RandomSearches(new Random(2));
        try (Probe probe = Probe.open(this, people)) {
            for (int i = 0; i < 20; i++) {
                probe.agrees(new Criterion.Text(searches.next()), i % 2 == 0, 9);
            }
        }
    }

    @Test
    default void theKeyIsTheLoginInLowerCase() throws Exception {
        List<TestPerson> people = new People(4, deviations(), Probe.isCaseSensitive(this)).some(60);
        try (Probe probe = Probe.open(this, people)) {
            for (SourceRecord record : probe.walk(Criterion.ALL, true, Probe.MANY)) {
                assertThat(record.key())
                        .as("the order key of '%s': the login in lower case", record.id())
                        .isEqualTo(OrderKey.of(record.id()));
            }
        }
    }

    @Test
    default void theOrderIsByCodePoint() throws Exception {
        List<String> sorted = new ArrayList<>(
                List.of("!", "-a", "0", "Zz", "_", "a", "A-b", "A.c", "ab", "{", "ä", "Ü", "カ", "\uFD3E"));
        if (!deviations().contains(Deviation.BASIC_PLANE_ONLY)) {
            sorted.addAll(List.of("\uD83D\uDE00", "\uD83D\uDE00a", "\uD83D\uDE01"));
        }
        sorted.sort(Comparator.comparing(OrderKey::of, OrderKey.COMPARATOR));
        try (Probe probe = Probe.open(this, People.of(sorted.toArray(String[]::new)))) {
            assertThat(probe.ids(Criterion.ALL)).containsExactlyElementsOf(sorted);
            assertThat(probe.walk(Criterion.ALL, true, 1))
                    .extracting(SourceRecord::id)
                    .containsExactlyElementsOf(sorted);
        }
    }

    @Test
    default void aPageThatIsJustFullHasNoMoreBehindIt() throws Exception {
        try (Probe probe = Probe.open(this, numbered(10))) {
            for (int limit : List.of(9, 10, 11)) {
                SourcePage page = probe.page(new SourceQuery(Criterion.ALL, Optional.empty(), limit, true));
                assertThat(page.records()).hasSize(Math.min(limit, 10));
                assertThat(page.more()).as("more behind %d of 10", limit).isEqualTo(limit == 9);
            }
            SourcePage rest = probe.page(after(new Position("user004", "user004"), 5));
            assertThat(ids(rest)).containsExactly("user005", "user006", "user007", "user008", "user009");
            assertThat(rest.more()).isFalse();
        }
    }

    @Test
    default void whatDoesNotMatchIsNotMore() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("a").withName("Mary", "Doe"),
                TestPerson.of("b").withName("John", "Doe"),
                TestPerson.of("c").withName("Mary", "Smith"));
        try (Probe probe = Probe.open(this, people)) {
            Criterion doe = new Criterion.Text(new SearchExpression.Word(TextPattern.exactly("Doe")));
            assertThat(probe.page(new SourceQuery(doe, Optional.empty(), 2, true))
                            .more())
                    .as("more behind the last match, followed by somebody who does not match")
                    .isFalse();
        }
    }

    @Test
    default void nothingIsBehindTheLast() throws Exception {
        try (Probe probe = Probe.open(this, numbered(3))) {
            SourcePage page = probe.page(after(new Position("user002", "user002"), 10));
            assertThat(page.records()).isEmpty();
            assertThat(page.more()).isFalse();
        }
    }

    @Test
    default void aPositionNeedNotExistAnyMore() throws Exception {
        try (Probe probe = Probe.open(this, People.of("anna", "john", "Mary"))) {
            assertBehind(probe, new Position("bob", "Bob"), "john", "Mary");
            assertBehind(probe, new Position("", ""), "anna", "john", "Mary");
            assertBehind(probe, new Position("zoe", "zoe"));
            assertBehind(probe, new Position("johm%_*\\'", "johm%_*\\'"), "john", "Mary");
            assertBehind(probe, new Position("\uD83D\uDE00", "\uD83D\uDE00"));
            assertBehind(probe, new Position("jo\0hn", "jo\0hn"), "john", "Mary");
            assertBehind(probe, new Position("john\0", "john\0"), "Mary");
        }
    }

    @Test
    default void aPositionIsTheKeyAndThenTheLogin() throws Exception {
        try (Probe probe = Probe.open(this, People.of("anna", "john", "mary"))) {
            assertBehind(probe, new Position("john", "JOHN"), "john", "mary");
            assertBehind(probe, new Position("john", "john"), "mary");
            assertBehind(probe, new Position("john", "johnny"), "mary");
        }
    }

    private static void assertBehind(Probe probe, Position position, String... logins) throws Exception {
        assertThat(ids(probe.page(after(position, 10))))
                .as("who comes behind the position (%s, %s)", position.key(), position.id())
                .containsExactly(logins);
    }

    @Test
    default void loginsThatDifferInCaseOnlyArePagedWhereCaseMatters() throws Exception {
        boolean sensitive = Probe.isCaseSensitive(this);
        List<TestPerson> people = sensitive ? People.of("JOHN", "John", "john", "k") : People.of("John", "k");
        try (Probe probe = Probe.open(this, people)) {
            probe.agrees(Criterion.ALL, true, 1);
            probe.agrees(Criterion.ALL, true, 2);
        }
    }
}
