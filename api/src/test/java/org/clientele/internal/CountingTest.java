package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.clientele.Count.SourceCount;
import org.clientele.Count.Total;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.spi.Criterion;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;

class CountingTest {

    private record Counted(List<SourceCount> sources, Total total) {}

    private static Counted count(SlotsOfTest slots, ListRequest request) {
        return count(slots, request, new MemoryStore(), Criterion.ALL);
    }

    private static Counted count(SlotsOfTest slots, ListRequest request, MemoryStore store, Criterion criterion) {
        slots.bind(store);
        Counting counting = new Counting(slots.slots(), slots.memory(), slots.question(criterion, request), request);
        List<SourceCount> sources = counting.sources();
        return new Counted(sources, counting.total(sources));
    }

    private static PeopleSource people(PeopleSource source, String prefix, int number) {
        for (int i = 0; i < number; i++) {
            source.with(prefix + i, "x", "", "");
        }
        return source;
    }

    private static SlotsOfTest slots(PeopleSource... sources) {
        SlotsOfTest slots = new SlotsOfTest();
        List.of(sources).forEach(source -> slots.with(Optional.of(source)));
        return slots;
    }

    @Test
    void oneSourceIsCountedExactlyWhetherItCountsOrIsWalked() {
        for (PeopleSource source :
                List.of(new PeopleSource.Capable(0, Map.of()), new PeopleSource(0, Map.of("searchListLimit", 7)))) {
            try (SlotsOfTest slots = slots(people(source, "a", 1234))) {
                Counted counted = count(slots, ListRequest.ALL);
                assertThat(counted.total()).isEqualTo(Total.exactly(1234));
                assertThat(counted.sources()).extracting(SourceCount::matches).containsExactly(Total.exactly(1234));
            }
        }
    }

    @Test
    void fewAreCountedExactlyOverSourcesThatShareLogins() {
        try (SlotsOfTest slots = slots(
                people(new PeopleSource(0, Map.of()), "a", 30),
                people(people(new PeopleSource.Capable(1, Map.of()), "a", 40), "b", 5))) {
            Counted counted = count(slots, ListRequest.ALL);
            assertThat(counted.total()).isEqualTo(Total.exactly(45));
            assertThat(counted.sources())
                    .extracting(SourceCount::matches)
                    .containsExactly(Total.exactly(30), Total.exactly(45));
        }
    }

    @Test
    void manyOverSeveralSourcesAreToldByTheirBounds() {
        try (SlotsOfTest slots = slots(
                people(new PeopleSource.Capable(0, Map.of()), "a", 800),
                people(new PeopleSource.Capable(1, Map.of()), "a", 700))) {
            Counted counted = count(slots, ListRequest.ALL);
            assertThat(counted.total()).isEqualTo(new Total(800, OptionalLong.of(1500)));
            assertThat(counted.total().isExact()).isFalse();
        }
    }

    @Test
    void aLaterSourceAloneMayBeShadowed() {
        try (SlotsOfTest slots = slots(
                people(new PeopleSource.Capable(0, Map.of()), "a", 800),
                people(new PeopleSource.Capable(1, Map.of()), "a", 1200))) {
            Counted counted = count(slots, ListRequest.ALL.withSource(Optional.of("CustomerUser1")));
            assertThat(counted.total()).isEqualTo(new Total(0, OptionalLong.of(1200)));
        }
        try (SlotsOfTest slots = slots(
                people(new PeopleSource.Capable(0, Map.of()), "a", 8),
                people(new PeopleSource.Capable(1, Map.of()), "a", 12))) {
            Counted counted = count(slots, ListRequest.ALL.withSource(Optional.of("CustomerUser1")));
            assertThat(counted.total()).isEqualTo(Total.exactly(4));
        }
    }

    @Test
    void aMissingSourceLeavesTheUpperBoundOpen() {
        try (SlotsOfTest slots = slots(
                people(new PeopleSource.Capable(0, Map.of()), "a", 3),
                people(new PeopleSource.Capable(1, Map.of()), "b", 4).failing())) {
            slots.with(Optional.empty());
            Counted counted = count(slots, ListRequest.ALL);
            assertThat(counted.total()).isEqualTo(new Total(3, OptionalLong.empty()));
            assertThat(counted.sources())
                    .extracting(count -> count.report().outcome())
                    .containsExactly(Outcome.ANSWERED, Outcome.FAILED, Outcome.WAITING);
            assertThat(counted.sources().get(1).matches()).isEqualTo(Total.UNKNOWN);
        }
    }

    @Test
    void aSourceThatCannotCountIsWalkedUpToABound() {
        try (SlotsOfTest slots = slots(people(new PeopleSource(0, Map.of("searchListLimit", 100_000)), "a", 10_001))) {
            Counted counted = count(slots, ListRequest.ALL);
            assertThat(counted.total()).isEqualTo(new Total(10_000, OptionalLong.empty()));
            assertThat(counted.sources().get(0).report().outcome()).isEqualTo(Outcome.TRUNCATED);
            assertThat(counted.sources().get(0).report().message()).contains("the first 10000 records");
        }
    }

    @Test
    void whoWasDisabledHereIsNotCountedAmongTheValid() {
        try (SlotsOfTest slots = slots(people(new PeopleSource.Capable(0, Map.of()), "a", 1234))) {
            MemoryStore store = new MemoryStore()
                    .disable("s0", "A7")
                    .disable("s0", "a8")
                    .disable("s0", "gone")
                    .disable("s1", "a9");
            assertThat(count(slots, ListRequest.ALL, store, Criterion.ALL).total())
                    .isEqualTo(Total.exactly(1232));
            assertThat(count(slots, ListRequest.ALL.withIncludeInvalid(true), store, Criterion.ALL)
                            .total())
                    .isEqualTo(Total.exactly(1234));
        }
    }

    @Test
    void ofFewThatMatchASearchThoseWhoWereDisabledHereAreCountedOffExactlyOfManyByTheirBounds() {
        Criterion first = new Criterion.CustomerId(TextPattern.of("x"));
        MemoryStore store = new MemoryStore().disable("s0", "a7").disable("s0", "b1");
        for (int number : List.of(100, 1500)) {
            PeopleSource source = people(new PeopleSource.Capable(0, Map.of()), "a", number);
            source.with("b1", "y", "", "");
            try (SlotsOfTest slots = slots(source)) {
                Total expected = number == 100 ? Total.exactly(99) : new Total(1498, OptionalLong.of(1500));
                assertThat(count(slots, ListRequest.ALL, store, first).total()).isEqualTo(expected);
            }
        }
    }

    @Test
    void nobodyIsExactlyZero() {
        try (SlotsOfTest slots = slots(new PeopleSource(0, Map.of()), new PeopleSource.Capable(1, Map.of()))) {
            assertThat(count(slots, ListRequest.ALL).total()).isEqualTo(Total.exactly(0));
        }
        try (SlotsOfTest slots = slots()) {
            assertThat(count(slots, ListRequest.ALL).total()).isEqualTo(Total.exactly(0));
        }
    }
}
