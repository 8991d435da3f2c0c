package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.CountingSource;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;

/**
 * The contract of a source that is also a {@link CountingSource}, as tests: implement it besides extending
 * {@link CustomerUserSourceContract}.
 */
public interface CountingSourceContract extends SourceUnderTest {

    private static void agrees(Probe probe, Criterion criterion, boolean includeInvalid)
            throws SourceUnavailableException {
        int expected = probe.model()
                .list(new SourceQuery(criterion, Optional.empty(), Probe.MANY, includeInvalid))
                .size();
        assertThat(((CountingSource) probe.source()).count(criterion, includeInvalid, Probe.deadline()))
                .as("%s, invalid ones %s", criterion, includeInvalid ? "too" : "not")
                .isEqualTo(expected);
    }

    @Test
    default void everybodyIsCounted() throws Exception {
        try (Probe probe = Probe.open(this, new People(11, deviations(), Probe.isCaseSensitive(this)).some(120))) {
            assertThat(probe.source()).isInstanceOf(CountingSource.class);
            agrees(probe, Criterion.ALL, true);
            agrees(probe, Criterion.ALL, false);
        }
    }

    @Test
    default void nobodyIsZero() throws Exception {
        try (Probe probe = Probe.open(this, List.of())) {
            agrees(probe, Criterion.ALL, true);
            agrees(probe, new Criterion.Ids(Set.of()), true);
            agrees(probe, new Criterion.Ids(Set.of("john")), true);
        }
    }

    @Test
    default void whateverIsCountedTheModelSaysTheSame() throws Exception {
        List<TestPerson> people = new People(12, deviations(), Probe.isCaseSensitive(this)).some(60);
        try (Probe probe = Probe.open(this, people)) {
            RandomSearches searches = new RandomSearches(new Random(12));
            RandomConditions conditions = new RandomConditions(new Random(12), people, probe.hasNumbers());
            for (int i = 0; i < 40; i++) {
                agrees(probe, new Criterion.Text(searches.next()), i % 2 == 0);
                agrees(probe, conditions.next(), i % 2 == 0);
            }
            agrees(probe, new Criterion.CustomerId(TextPattern.of("*a*")), true);
            agrees(probe, new Criterion.Email(people.get(0).email()), true);
        }
    }

    @Test
    default void countingHasADeadline() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            CountingSource source = (CountingSource) probe.source();
            assertThatThrownBy(
                            () -> source.count(Criterion.ALL, true, Deadline.in(Duration.ZERO)),
                            "a count whose deadline has passed ends with SourceUnavailableException, reason TIME_OUT")
                    .isInstanceOfSatisfying(
                            SourceUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.TIME_OUT));
        }
    }
}
