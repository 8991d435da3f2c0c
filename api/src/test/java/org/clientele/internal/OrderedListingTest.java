package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.internal.PeopleSource.CITY;
import static org.clientele.internal.PeopleSource.FLOOR;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Ordering;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;

/** Lists in an order of their own, over sources that sort and sources that do not. */
class OrderedListingTest {
    private static final List<String> CITIES = List.of("", "Rome", "rome", "Ünal", "カス", "berlin", "Zz", "_", "a b");
    private static final List<String> FLOORS = List.of("", "0", "-1", "9", "10", "100");

    private final Random random = new Random(2_027);

    private static Listing.Result page(SlotsOfTest slots, ListRequest request) throws InvalidInputException {
        Question question = slots.question(Criterion.ALL, request);
        RecordOrder order = new RecordOrder(request.order(), new MergedFields(slots.slots()));
        return new OrderedListing(slots.slots(), slots.memory(), question, request, order).page();
    }

    private static List<String> ids(Listing.Result page) {
        return page.rows().stream().map(hit -> hit.record().id()).toList();
    }

    private static ListRequest by(Ordering... order) {
        return ListRequest.ALL.withOrder(order);
    }

    private static SlotsOfTest slots(PeopleSource... sources) {
        SlotsOfTest slots = new SlotsOfTest();
        List.of(sources).forEach(source -> slots.with(Optional.of(source)));
        return slots;
    }

    @Test
    void whateverTheSourcesHoldTheOrderIsTheModels() throws InvalidInputException {
        for (int round = 0; round < 200; round++) {
            List<PeopleSource> sources = sources();
            ListRequest request = by(orderings()).withLimit(1 + random.nextInt(30));
            try (SlotsOfTest slots = slots(sources.toArray(PeopleSource[]::new))) {
                slots.bind(new MemoryStore());
                List<String> model = model(sources, request.order());
                Listing.Result page = page(slots, request);
                int shown = Math.min(request.limit(), model.size());
                assertThat(ids(page))
                        .as("round %d by %s", round, request.order())
                        .isEqualTo(model.subList(0, shown));
                assertThat(page.next()).isEmpty();
                assertThat(page.incomplete()).isFalse();
            }
        }
    }

    @Test
    void whoWasDisabledHereTakesNoRowFromTheOthers() throws InvalidInputException {
        PeopleSource source = new PeopleSource(0, Map.of())
                .with("a", "x", "A", "")
                .with("b", "x", "B", "")
                .with("c", "x", "C", "")
                .with("d", "x", "D", "");
        try (SlotsOfTest slots = slots(source)) {
            slots.bind(new MemoryStore().disable("s0", "a").disable("s0", "C"));
            ListRequest request = by(Ordering.ascending(CITY)).withLimit(2);
            assertThat(ids(page(slots, request))).containsExactly("b", "d");
            assertThat(ids(page(slots, request.withIncludeInvalid(true)))).containsExactly("a", "b");
        }
    }

    @Test
    void theEmptyComeLastAndNumbersAreNumbers() throws InvalidInputException {
        PeopleSource source = new PeopleSource(0, Map.of())
                .with("a", "x", "", "10")
                .with("b", "x", "Rome", "9")
                .with("c", "x", "berlin", "")
                .with("d", "x", "Berlin", "-1");
        try (SlotsOfTest slots = slots(source)) {
            slots.bind(new MemoryStore());
            assertThat(ids(page(slots, by(Ordering.ascending(CITY))))).containsExactly("c", "d", "b", "a");
            assertThat(ids(page(slots, by(Ordering.descending(CITY))))).containsExactly("b", "c", "d", "a");
            assertThat(ids(page(slots, by(Ordering.ascending(FLOOR))))).containsExactly("d", "b", "a", "c");
            assertThat(ids(page(slots, by(Ordering.descending(FLOOR))))).containsExactly("a", "b", "d", "c");
        }
    }

    @Test
    void aSourceWithMoreThanTheListShowsIsTruncated() throws InvalidInputException {
        PeopleSource few = new PeopleSource(0, Map.of()).with("a", "x", "A", "").with("b", "x", "Z", "");
        PeopleSource more =
                new PeopleSource(1, Map.of()).with("c", "x", "C", "").with("d", "x", "D", "");
        try (SlotsOfTest slots = slots(few, more)) {
            slots.bind(new MemoryStore());
            Listing.Result page = page(slots, by(Ordering.ascending(CITY)).withLimit(3));
            assertThat(ids(page)).containsExactly("a", "c", "d");
            assertThat(page.reports())
                    .extracting(SourceReport::outcome)
                    .containsExactly(Outcome.TRUNCATED, Outcome.ANSWERED);
            assertThat(page.reports().get(0).message()).contains("at most 3 rows");
            assertThat(page.incomplete()).isFalse();
        }
    }

    @Test
    void aSourceThatSortsDeliversTheFirstOfManyAndOneThatDoesNotIsToldToBeTruncated() throws InvalidInputException {
        PeopleSource.Capable sorting = new PeopleSource.Capable(0, Map.of());
        PeopleSource plain = new PeopleSource(1, Map.of());
        for (int i = 0; i < 1500; i++) {
            sorting.with(String.format("s%04d", i), "x", "", Integer.toString(2 * (1500 - i)));
            plain.with(String.format("t%04d", i), "x", "", Integer.toString(2 * (1500 - i) + 1));
        }
        try (SlotsOfTest slots = slots(sorting, plain)) {
            slots.bind(new MemoryStore());
            Listing.Result page = page(slots, by(Ordering.ascending(FLOOR)).withLimit(3));
            assertThat(ids(page)).containsExactly("s1499", "s1498", "s1497");
            assertThat(page.reports()).extracting(SourceReport::outcome).containsOnly(Outcome.TRUNCATED);
        }
    }

    @Test
    void aSourceThatFailsIsMissingAndTheOthersAreSorted() throws InvalidInputException {
        PeopleSource broken =
                new PeopleSource(0, Map.of()).with("a", "x", "A", "").failing();
        PeopleSource sound =
                new PeopleSource(1, Map.of()).with("b", "x", "B", "").with("c", "x", "A", "");
        try (SlotsOfTest slots = slots(broken, sound)) {
            slots.bind(new MemoryStore());
            Listing.Result page = page(slots, by(Ordering.ascending(CITY)));
            assertThat(ids(page)).containsExactly("c", "b");
            assertThat(page.incomplete()).isTrue();
            assertThat(page.reports()).extracting(SourceReport::outcome).contains(Outcome.FAILED);
        }
    }

    @Test
    void aFieldOfAnotherKindInASourceIsSortedLikeTheFirstSources() throws InvalidInputException {
        PeopleSource numbers = new PeopleSource.Capable(0, Map.of()).with("a", "x", "", "10");
        PeopleSource texts = new PeopleSource.Capable(
                        1, Map.of("map.4", "UserFloor | Floor | floor | 1 | 0 | var | | 0 | |"))
                .with("b", "x", "", "9")
                .with("c", "x", "", "ground");
        try (SlotsOfTest slots = slots(numbers, texts)) {
            slots.bind(new MemoryStore());
            assertThat(ids(page(slots, by(Ordering.ascending(FLOOR))))).containsExactly("b", "a", "c");
        }
    }

    @Test
    void anOrderThatMakesNoSenseIsRefused() {
        try (SlotsOfTest slots = slots(new PeopleSource(0, Map.of()))) {
            MergedFields fields = new MergedFields(slots.slots());
            Ordering city = Ordering.ascending(CITY);
            for (List<Ordering> order : List.of(
                    List.of(city, Ordering.descending(CITY)),
                    List.of(Ordering.ascending("UserMoon")),
                    List.of(Ordering.ascending(Fields.PASSWORD)),
                    List.of(city, city, city, city, city, city, city, city, city))) {
                assertThatThrownBy(() -> new RecordOrder(order, fields))
                        .isInstanceOfSatisfying(
                                InvalidInputException.class,
                                e -> assertThat(e.messages()).containsOnlyKeys("order"));
            }
        }
    }

    private List<PeopleSource> sources() {
        List<PeopleSource> sources = new ArrayList<>();
        int number = 1 + random.nextInt(4);
        for (int slot = 0; slot < number; slot++) {
            Map<String, Object> keys = Map.of("searchListLimit", 1 + random.nextInt(7));
            PeopleSource source =
                    random.nextBoolean() ? new PeopleSource(slot, keys) : new PeopleSource.Capable(slot, keys);
            for (int login = 0; login < 40; login++) {
                if (random.nextInt(3) == 0) {
                    source.with("u" + login, "x", pick(CITIES), pick(FLOORS));
                }
            }
            sources.add(source);
        }
        return sources;
    }

    private Ordering[] orderings() {
        Ordering city = new Ordering(CITY, random.nextBoolean());
        Ordering floor = new Ordering(FLOOR, random.nextBoolean());
        return switch (random.nextInt(5)) {
            case 0 -> new Ordering[] {city};
            case 1 -> new Ordering[] {floor};
            case 2 -> new Ordering[] {new Ordering(Fields.LOGIN, random.nextBoolean())};
            case 3 -> new Ordering[] {city, floor};
            default -> new Ordering[] {floor, city};
        };
    }

    private static List<String> model(List<PeopleSource> sources, List<Ordering> order) {
        Map<String, SourceRecord> owned = new LinkedHashMap<>();
        sources.forEach(source -> source.records().forEach(record -> owned.putIfAbsent(record.key(), record)));
        Comparator<SourceRecord> sorted = Comparator.comparing(PeopleSource::position);
        for (int i = order.size() - 1; i >= 0; i--) {
            sorted = PeopleSource.Capable.by(order.get(i)).thenComparing(sorted);
        }
        return owned.values().stream().sorted(sorted).map(SourceRecord::id).toList();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
