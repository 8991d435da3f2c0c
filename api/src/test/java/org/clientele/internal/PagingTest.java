package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.Validity;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.Criterion;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists page by page while things happen between the pages, over one source and over eleven. */
class PagingTest {
    private static final List<String> SYLLABLES = List.of("a", "B", "b", "z", "0", "_", "ä", "カ", "\uD83D\uDE00", "'");
    private static final int ROUNDS = 60;
    private static final int MOST_PAGES = 500;

    private final Random random = new Random(2_029);

    /** A list followed to its end. */
    private record Walk(List<Listing.Result> pages) {
        List<String> rows() {
            return pages.stream()
                    .flatMap(page -> page.rows().stream())
                    .map(PagingTest::row)
                    .toList();
        }

        List<Boolean> incomplete() {
            return pages.stream().map(Listing.Result::incomplete).toList();
        }
    }

    private static String row(Hit hit) {
        return hit.slot().name() + " " + hit.record().id();
    }

    private static Walk walk(SlotsOfTest slots, int limit, Consumer<Listing.Result> between)
            throws InvalidInputException {
        ListRequest request = ListRequest.ALL.withLimit(limit);
        List<Listing.Result> pages = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Listing.Result page = new Listing(
                            slots.slots(), slots.memory(), slots.question(Criterion.ALL, request), request, cursor)
                    .page();
            pages.add(page);
            between.accept(page);
            cursor = page.next();
            assertThat(pages.size()).as("pages").isLessThan(MOST_PAGES);
        } while (cursor.isPresent());
        return new Walk(pages);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11})
    void everybodyIsListedOnceInOrder(int number) throws InvalidInputException {
        for (int round = 0; round < ROUNDS; round++) {
            List<MemorySource> sources = sources(number);
            try (SlotsOfTest slots = slots(sources)) {
                slots.bind(new MemoryStore());
                Walk walk = walk(slots, 1 + random.nextInt(9), page -> {});
                assertThat(walk.rows()).as("round %d", round).isEqualTo(model(sources));
                assertThat(walk.incomplete()).containsOnly(false);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11})
    void whoIsAddedBetweenPagesIsListedIfHeComesBehindThem(int number) throws InvalidInputException {
        for (int round = 0; round < ROUNDS; round++) {
            List<MemorySource> sources = sources(number);
            List<String> expected = new ArrayList<>(model(sources));
            try (SlotsOfTest slots = slots(sources)) {
                slots.bind(new MemoryStore());
                int[] count = {0};
                Walk walk = walk(slots, 1 + random.nextInt(5), page -> {
                    if (page.next().isEmpty() || count[0] == 40) {
                        return;
                    }
                    String login = login() + "-new-" + count[0]++;
                    int slot = random.nextInt(sources.size());
                    sources.get(slot).insert(MemorySource.record(login, Validity.VALID));
                    String key = page.next().get().key();
                    if (OrderKey.COMPARATOR.compare(OrderKey.of(login), key) > 0) {
                        expected.add(SlotsOfTest.slotName(slot) + " " + login);
                    }
                });
                assertThat(walk.rows()).as("round %d", round).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(keys(walk)).as("round %d", round).isSortedAccordingTo(OrderKey.COMPARATOR);
                assertThat(walk.incomplete()).containsOnly(false);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11})
    void additionsAtTheSameTimeMoveNobody(int number) throws Exception {
        List<MemorySource> sources = sources(number);
        List<String> before = model(sources);
        AtomicBoolean done = new AtomicBoolean();
        Thread adding = new Thread(() -> {
            for (int i = 0; i < 2000 && !done.get(); i++) {
                String login = String.format(Locale.ROOT, "%s-new-%d", SYLLABLES.get(i % SYLLABLES.size()), i);
                sources.get(i % sources.size()).insert(MemorySource.record(login, Validity.VALID));
            }
        });
        try (SlotsOfTest slots = slots(sources)) {
            slots.bind(new MemoryStore());
            adding.start();
            Walk walk = walk(slots, 50, page -> {});
            done.set(true);
            assertThat(walk.rows()).doesNotHaveDuplicates().containsAll(before);
            assertThat(keys(walk)).isSortedAccordingTo(OrderKey.COMPARATOR);
        } finally {
            done.set(true);
            adding.join();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 11})
    void aSourceThatGoesAndReturnsLosesOnlyItsOwnRowsAndTheListSaysSo(int number) throws InvalidInputException {
        for (int round = 0; round < ROUNDS; round++) {
            List<MemorySource> sources = sources(number);
            List<String> model = model(sources);
            int going = random.nextInt(number);
            boolean[] away = {false};
            sources.get(going).failing(call -> away[0]);
            int from = 1 + random.nextInt(3);
            int[] pages = {0};
            try (SlotsOfTest slots = slots(sources)) {
                slots.bind(owners(model, number));
                Walk walk = walk(slots, 4, page -> {
                    pages[0]++;
                    away[0] = pages[0] >= from && pages[0] < from + 2;
                });
                String own = SlotsOfTest.slotName(going) + " ";
                assertThat(walk.rows())
                        .as("round %d", round)
                        .doesNotHaveDuplicates()
                        .isSubsetOf(model)
                        .containsAll(model.stream()
                                .filter(row -> !row.startsWith(own))
                                .toList());
                assertThat(walk.incomplete()
                                .subList(0, Math.min(from, walk.pages().size())))
                        .as("before it went")
                        .containsOnly(false);
                if (walk.pages().size() > from) {
                    assertThat(walk.incomplete().subList(from, walk.pages().size()))
                            .as("from then on")
                            .containsOnly(true);
                } else {
                    assertThat(walk.rows()).isEqualTo(model);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11})
    void aTruncatedSourceIsReportedOnEveryPage(int number) throws InvalidInputException {
        List<MemorySource> sources = sources(number);
        int cut = random.nextInt(number);
        sources.get(cut).truncating();
        try (SlotsOfTest slots = slots(sources)) {
            slots.bind(new MemoryStore());
            Walk walk = walk(slots, 5, page -> {});
            assertThat(walk.rows()).isEqualTo(model(sources));
            assertThat(walk.incomplete()).containsOnly(true);
            assertThat(walk.pages())
                    .allSatisfy(page ->
                            assertThat(page.reports().get(cut).outcome()).isEqualTo(Outcome.TRUNCATED));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 11})
    void pagesOfShadowedRowsAloneAreLeftOut(int number) throws InvalidInputException {
        List<SourceRecord> everybody = Stream.iterate(0, i -> i + 1)
                .limit(40)
                .map(i -> MemorySource.record(String.format(Locale.ROOT, "u%02d", i), Validity.VALID))
                .toList();
        List<SourceRecord> hidden = everybody.stream()
                .map(record -> MemorySource.record(record.id(), Validity.INVALID))
                .toList();
        List<MemorySource> sources = new ArrayList<>(List.of(new MemorySource("CustomerUser", 7, hidden)));
        for (int slot = 1; slot < number; slot++) {
            sources.add(new MemorySource(SlotsOfTest.slotName(slot), 7, everybody));
        }
        sources.get(number - 1).insert(MemorySource.record("z", Validity.VALID));
        try (SlotsOfTest slots = slots(sources)) {
            slots.bind(new MemoryStore());
            Walk walk = walk(slots, 3, page -> {});
            assertThat(walk.rows()).containsExactly(SlotsOfTest.slotName(number - 1) + " z");
            assertThat(walk.pages()).hasSize(1);
        }
    }

    @Test
    void oneRequestDoesNotLookThroughShadowedRowsWithoutEnd() throws InvalidInputException {
        List<SourceRecord> hidden = new ArrayList<>();
        List<SourceRecord> shadowed = new ArrayList<>();
        for (int i = 0; i < 5_500; i++) {
            String login = String.format(Locale.ROOT, "u%05d", i);
            hidden.add(MemorySource.record(login, Validity.INVALID));
            shadowed.add(MemorySource.record(login, Validity.VALID));
        }
        shadowed.add(MemorySource.record("z", Validity.VALID));
        List<MemorySource> sources = List.of(
                new MemorySource("CustomerUser", 1000, hidden), new MemorySource("CustomerUser1", 1000, shadowed));
        try (SlotsOfTest slots = slots(sources)) {
            slots.bind(new MemoryStore());
            Walk walk = walk(slots, 1000, page -> {});

            assertThat(walk.rows()).containsExactly("CustomerUser1 z");
            assertThat(walk.pages()).hasSize(2);
            assertThat(walk.pages().get(0).rows()).isEmpty();
        }
    }

    @Test
    void aPageBehindManyShadowedRowsTakesFewRequestsHoweverSmallItIs() throws InvalidInputException {
        List<SourceRecord> shadowed = Stream.iterate(0, i -> i + 1)
                .limit(4_000)
                .map(i -> MemorySource.record(String.format(Locale.ROOT, "u%05d", i), Validity.VALID))
                .toList();
        MemorySource first = new MemorySource("CustomerUser", 1000, shadowed);
        MemorySource second = new MemorySource("CustomerUser1", 1000, shadowed);
        List.of("z1", "z2", "z3").forEach(login -> second.insert(MemorySource.record(login, Validity.VALID)));
        try (SlotsOfTest slots = slots(List.of(first, second))) {
            slots.bind(new MemoryStore());
            ListRequest there = ListRequest.ALL.withLimit(2).withSource(Optional.of("CustomerUser1"));
            Listing.Result page = new Listing(
                            slots.slots(),
                            slots.memory(),
                            slots.question(Criterion.ALL, there),
                            there,
                            Optional.empty())
                    .page();
            assertThat(page.rows()).extracting(hit -> hit.record().id()).containsExactly("z1", "z2");
            assertThat(second.calls()).isLessThan(15);
            Listing.Result next = new Listing(
                            slots.slots(), slots.memory(), slots.question(Criterion.ALL, there), there, page.next())
                    .page();
            assertThat(next.rows()).extracting(hit -> hit.record().id()).containsExactly("z3");
            assertThat(next.next()).isEmpty();
        }
    }

    private static List<String> keys(Walk walk) {
        return walk.pages().stream()
                .flatMap(page -> page.rows().stream())
                .map(hit -> hit.record().key())
                .toList();
    }

    private static List<String> model(List<MemorySource> sources) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (int slot = 0; slot < sources.size(); slot++) {
            for (SourceRecord record : sources.get(slot).records()) {
                owners.putIfAbsent(record.key(), SlotsOfTest.slotName(slot) + " " + record.id());
            }
        }
        return owners.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(OrderKey.COMPARATOR))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static MemoryStore owners(List<String> model, int number) {
        MemoryStore store = new MemoryStore();
        for (int slot = 0; slot < number; slot++) {
            store.answered("s" + slot);
            String own = SlotsOfTest.slotName(slot) + " ";
            String id = "s" + slot;
            model.stream()
                    .filter(row -> row.startsWith(own))
                    .forEach(row -> store.remember(OrderKey.of(row.substring(own.length())), id));
        }
        return store;
    }

    private static SlotsOfTest slots(List<MemorySource> sources) {
        SlotsOfTest slots = new SlotsOfTest();
        sources.forEach(source -> slots.with(Optional.of(source)));
        return slots;
    }

    private List<MemorySource> sources(int number) {
        List<MemorySource> sources = new ArrayList<>();
        for (int slot = 0; slot < number; slot++) {
            Map<String, SourceRecord> records = new LinkedHashMap<>();
            Stream.generate(this::login)
                    .limit(number == 1 ? 40 : 12)
                    .forEach(login ->
                            records.putIfAbsent(OrderKey.of(login), MemorySource.record(login, Validity.VALID)));
            List<SourceRecord> sorted = records.values().stream()
                    .sorted(Comparator.comparing(SourceRecord::key))
                    .toList();
            sources.add(new MemorySource(SlotsOfTest.slotName(slot), 1 + random.nextInt(7), sorted));
        }
        return sources;
    }

    /** Short, so that sources share many logins. */
    private String login() {
        StringBuilder login = new StringBuilder();
        int length = 1 + random.nextInt(2);
        for (int i = 0; i < length; i++) {
            login.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return login.toString();
    }
}
