package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clientele.Ordering;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SortingSource;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;

/**
 * The contract of a source that is also a {@link SortingSource}, as tests: implement it besides extending
 * {@link CustomerUserSourceContract}.
 */
public interface SortingSourceContract extends SourceUnderTest {

    private static void agrees(
            Probe probe, Criterion criterion, boolean includeInvalid, int limit, List<Ordering> order)
            throws SourceUnavailableException {
        SourceQuery query = new SourceQuery(criterion, Optional.empty(), limit, includeInvalid);
        SourcePage page = ((SortingSource) probe.source()).sort(query, order, Probe.deadline());
        List<String> expected = probe.model().sorted(query, order).stream()
                .map(TestPerson::login)
                .toList();
        assertThat(page.records())
                .as("%s by %s, the first %d", criterion, order, limit)
                .extracting(SourceRecord::id)
                .containsExactlyElementsOf(expected.subList(0, Math.min(limit, expected.size())));
        assertThat(page.more()).as("more than %d of %d", limit, expected.size()).isEqualTo(expected.size() > limit);
    }

    private void agrees(List<TestPerson> people, Ordering... order) throws Exception {
        try (Probe probe = Probe.open(this, people)) {
            assertThat(probe.source()).isInstanceOf(SortingSource.class);
            agrees(probe, Criterion.ALL, true, Probe.MANY, List.of(order));
        }
    }

    @Test
    default void textIsSortedInLowerCaseByCodePoint() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("1").withName("x", "a"),
                TestPerson.of("2").withName("x", "B"),
                TestPerson.of("3").withName("x", "ä"),
                TestPerson.of("4").withName("x", "Zz"),
                TestPerson.of("5").withName("x", "_"),
                TestPerson.of("6").withName("x", "A b"),
                TestPerson.of("7").withName("x", "a-b"),
                TestPerson.of("8").withName("x", "カ"));
        agrees(people, Ordering.ascending(TestPerson.LAST_NAME));
        agrees(people, Ordering.descending(TestPerson.LAST_NAME));
    }

    @Test
    default void theEmptyComeLastInBothDirections() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("1").withName("", "a"),
                TestPerson.of("2").withName("b", "b"),
                TestPerson.of("3").withName("", "c"),
                TestPerson.of("4").withName("a", "d"));
        agrees(people, Ordering.ascending(TestPerson.FIRST_NAME));
        agrees(people, Ordering.descending(TestPerson.FIRST_NAME));
    }

    @Test
    default void whatIsAlikeIsInTheOrderOfLogins() throws Exception {
        List<TestPerson> people = People.of("b", "A", "C", "ä", "_");
        agrees(people, Ordering.descending(TestPerson.LAST_NAME));
        agrees(people, Ordering.descending(TestPerson.FIRST_NAME), Ordering.ascending(TestPerson.LAST_NAME));
        agrees(people, Ordering.descending(Fields.LOGIN));
    }

    @Test
    default void theFirstFieldMattersMost() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("1").withName("b", "x"),
                TestPerson.of("2").withName("a", "y"),
                TestPerson.of("3").withName("a", "X"),
                TestPerson.of("4").withName("c", "x"));
        agrees(people, Ordering.ascending(TestPerson.LAST_NAME), Ordering.descending(TestPerson.FIRST_NAME));
        agrees(people, Ordering.descending(TestPerson.FIRST_NAME), Ordering.ascending(TestPerson.LAST_NAME));
    }

    /** Where the map has a row {@link TestPerson#NUMBER}; elsewhere the numbers are nobody's. */
    @Test
    default void numbersAreSortedAsNumbers() throws Exception {
        List<TestPerson> people = List.of("10", "9", "-1", "", "0", "100").stream()
                .map(number -> TestPerson.of("n" + number).withNumber(number))
                .toList();
        try (Probe probe = Probe.open(this, people)) {
            for (Ordering order :
                    List.of(Ordering.ascending(TestPerson.NUMBER), Ordering.descending(TestPerson.NUMBER))) {
                Ordering known = probe.hasNumbers() ? order : new Ordering(Fields.LOGIN, order.descending());
                agrees(probe, Criterion.ALL, true, Probe.MANY, List.of(known));
            }
        }
    }

    @Test
    default void thePageIsThatOfTheFirstAndSaysWhetherThereAreMore() throws Exception {
        List<TestPerson> people = new People(9, deviations(), Probe.isCaseSensitive(this)).some(40);
        try (Probe probe = Probe.open(this, people)) {
            for (int limit : List.of(1, 7, 39, 40, 41)) {
                agrees(probe, Criterion.ALL, true, limit, List.of(Ordering.ascending(TestPerson.LAST_NAME)));
            }
        }
    }

    @Test
    default void whateverIsSortedTheModelSaysTheSame() throws Exception {
        List<TestPerson> people = new People(10, deviations(), Probe.isCaseSensitive(this)).some(60);
        try (Probe probe = Probe.open(this, people)) {
            RandomConditions conditions = new RandomConditions(new Random(10), people, probe.hasNumbers());
            for (int i = 0; i < 100; i++) {
                Criterion criterion = i % 4 == 0 ? conditions.next() : Criterion.ALL;
                agrees(probe, criterion, i % 3 == 0, i % 2 == 0 ? Probe.MANY : 10, conditions.order());
            }
        }
    }

    @Test
    default void sortingHasADeadline() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            SortingSource source = (SortingSource) probe.source();
            List<Ordering> order = List.of(Ordering.ascending(TestPerson.LAST_NAME));
            assertThatThrownBy(
                            () -> source.sort(Probe.EVERYBODY, order, Deadline.in(Duration.ZERO)),
                            "a sort whose deadline has passed ends with SourceUnavailableException, reason TIME_OUT")
                    .isInstanceOfSatisfying(
                            SourceUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.TIME_OUT));
        }
    }
}
