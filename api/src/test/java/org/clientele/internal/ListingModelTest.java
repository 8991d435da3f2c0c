package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Ownership;
import org.clientele.Validity;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.Criterion;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;

/** The merge against the simplest model: whatever the sources hold, however they are paged, whoever fails in between. */
class ListingModelTest {
    private static final List<String> SYLLABLES =
            List.of("a", "b", "A", "B", "z", "0", "_", "%", "ä", "Ü", "カ", "\uFD3E", "\uD83D\uDE00", "'");
    private static final int ROUNDS = 300;
    private static final int MOST_PAGES = 2000;

    private final Random random = new Random(2_026);

    private record Row(String key, int slot, String id) {
        static Row of(Hit hit) {
            return new Row(
                    hit.record().key(),
                    hit.slot().configured().number(),
                    hit.record().id());
        }
    }

    private record Walk(List<Row> rows, List<Integer> sizes, List<Boolean> incomplete, Set<Ownership> ownership) {}

    @Test
    void everyPageOfEveryWalkIsWhatTheModelSays() throws InvalidInputException {
        for (int round = 0; round < ROUNDS; round++) {
            List<MemorySource> sources = sources();
            Criterion criterion = criterion();
            boolean includeInvalid = random.nextBoolean();
            try (SlotsOfTest slots = slots(sources)) {
                slots.bind(new MemoryStore());
                Walk walk = walk(slots, request(includeInvalid), criterion);
                assertThat(walk.rows()).as("round %d", round).isEqualTo(model(sources, criterion, includeInvalid));
                assertThat(walk.incomplete()).containsOnly(false);
                assertThat(walk.ownership()).isSubsetOf(Ownership.CONFIRMED);
            }
        }
    }

    @Test
    void oneSourceAloneListsWhatItOwns() throws InvalidInputException {
        for (int round = 0; round < ROUNDS / 3; round++) {
            List<MemorySource> sources = sources();
            int chosen = random.nextInt(sources.size());
            try (SlotsOfTest slots = slots(sources)) {
                slots.bind(new MemoryStore());
                ListRequest request = request(true).withSource(Optional.of(SlotsOfTest.slotName(chosen)));
                List<Row> expected = model(sources, Criterion.ALL, true).stream()
                        .filter(row -> row.slot() == chosen)
                        .toList();
                assertThat(walk(slots, request, Criterion.ALL).rows()).isEqualTo(expected);
            }
        }
    }

    @Test
    void sourcesThatFailInBetweenCostTheirOwnRowsOnly() throws InvalidInputException {
        for (int round = 0; round < ROUNDS; round++) {
            List<MemorySource> sources = sources();
            int failing = random.nextInt(sources.size());
            Random lot = new Random(round);
            sources.get(failing).failing(call -> lot.nextInt(3) == 0);
            List<Row> model = model(sources, Criterion.ALL, true);
            try (SlotsOfTest slots = slots(sources)) {
                slots.bind(owners(model));
                Walk walk = walk(slots, request(true), Criterion.ALL);
                assertThat(walk.rows())
                        .as("round %d: nobody twice, all in order", round)
                        .isSortedAccordingTo(order())
                        .doesNotHaveDuplicates();
                assertThat(walk.rows())
                        .as("round %d: nobody who is shadowed", round)
                        .isSubsetOf(model);
                assertThat(walk.rows())
                        .as("round %d: everybody of the others", round)
                        .containsAll(model.stream()
                                .filter(row -> row.slot() != failing)
                                .toList());
                assertIncompleteStays(walk);
                if (!walk.incomplete().contains(true)) {
                    assertThat(walk.rows())
                            .as("round %d: complete if it says so", round)
                            .isEqualTo(model);
                }
            }
        }
    }

    @Test
    void whoWasDisabledHereIsListedAmongAllAloneAndEveryPageIsFull() throws InvalidInputException {
        for (int round = 0; round < ROUNDS; round++) {
            List<MemorySource> sources = sources();
            Criterion criterion = criterion();
            ListRequest request = request(random.nextBoolean());
            Set<Row> disabled = disabled(sources);
            MemoryStore store = new MemoryStore();
            disabled.forEach(row -> store.disable("s" + row.slot(), row.id()));
            List<Row> expected = model(sources, criterion, request.includeInvalid()).stream()
                    .filter(row -> request.includeInvalid() || !disabled.contains(row))
                    .toList();
            try (SlotsOfTest slots = slots(sources)) {
                slots.bind(store);
                Walk walk = walk(slots, request, criterion);
                assertThat(walk.rows()).as("round %d", round).isEqualTo(expected);
                assertThat(walk.incomplete()).containsOnly(false);
                assertThat(walk.sizes().subList(0, walk.sizes().size() - 1))
                        .as("round %d: sizes of the pages before the last", round)
                        .allMatch(size -> size == request.limit());
            }
        }
    }

    /** About a third of all, so that pages are hidden as a whole. */
    private Set<Row> disabled(List<MemorySource> sources) {
        Set<Row> disabled = new HashSet<>();
        for (int slot = 0; slot < sources.size(); slot++) {
            for (SourceRecord record : sources.get(slot).records()) {
                if (random.nextInt(3) == 0) {
                    disabled.add(new Row(record.key(), slot, record.id()));
                }
            }
        }
        return disabled;
    }

    private static void assertIncompleteStays(Walk walk) {
        int first = walk.incomplete().indexOf(true);
        if (first >= 0) {
            assertThat(walk.incomplete().subList(first, walk.incomplete().size()))
                    .containsOnly(true);
        }
    }

    private Walk walk(SlotsOfTest slots, ListRequest request, Criterion criterion) throws InvalidInputException {
        List<Row> rows = new ArrayList<>();
        List<Boolean> incomplete = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Set<Ownership> ownership = new HashSet<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Listing.Result page = new Listing(
                            slots.slots(), slots.memory(), slots.question(criterion, request), request, cursor)
                    .page();
            assertThat(page.rows().size()).isLessThanOrEqualTo(request.limit());
            page.rows().forEach(hit -> ownership.add(hit.ownership()));
            page.rows().forEach(hit -> rows.add(Row.of(hit)));
            sizes.add(page.rows().size());
            incomplete.add(page.incomplete());
            cursor = page.next();
            if (cursor.isPresent()) {
                cursor = Optional.of(Cursor.decode(cursor.get().encode()));
            }
            assertThat(incomplete.size()).as("pages").isLessThan(MOST_PAGES);
        } while (cursor.isPresent());
        return new Walk(rows, sizes, incomplete, ownership);
    }

    /** The first source in order that has a login owns it, whether or not it matches; all owners' matches in order. */
    private static List<Row> model(List<MemorySource> sources, Criterion criterion, boolean includeInvalid) {
        Map<String, Row> owners = new LinkedHashMap<>();
        Set<Row> wanted = new HashSet<>();
        for (int slot = 0; slot < sources.size(); slot++) {
            for (SourceRecord record : sources.get(slot).records()) {
                Row row = new Row(record.key(), slot, record.id());
                owners.putIfAbsent(record.key(), row);
                boolean shown = includeInvalid || record.validity() == Validity.VALID;
                if (shown && MemorySource.matches(record, criterion)) {
                    wanted.add(row);
                }
            }
        }
        return owners.values().stream().filter(wanted::contains).sorted(order()).toList();
    }

    private static Comparator<Row> order() {
        return Comparator.comparing(Row::key, OrderKey.COMPARATOR)
                .thenComparingInt(Row::slot)
                .thenComparing(Row::id, OrderKey.COMPARATOR);
    }

    private static MemoryStore owners(List<Row> model) {
        MemoryStore store = new MemoryStore();
        for (int slot = 0; slot < 4; slot++) {
            store.answered("s" + slot);
        }
        model.forEach(row -> store.remember(row.key(), "s" + row.slot()));
        return store;
    }

    private static SlotsOfTest slots(List<MemorySource> sources) {
        SlotsOfTest slots = new SlotsOfTest();
        sources.forEach(source -> slots.with(Optional.of(source)));
        return slots;
    }

    private ListRequest request(boolean includeInvalid) {
        return ListRequest.ALL.withLimit(1 + random.nextInt(9)).withIncludeInvalid(includeInvalid);
    }

    private Criterion criterion() {
        SearchExpression word = new SearchExpression.Word(
                TextPattern.exactly(SYLLABLES.get(random.nextInt(3)).toLowerCase(Locale.ROOT)));
        return switch (random.nextInt(3)) {
            case 0 -> new Criterion.Text(word);
            case 1 -> new Criterion.Text(new SearchExpression.Not(word));
            default -> Criterion.ALL;
        };
    }

    private List<MemorySource> sources() {
        List<MemorySource> sources = new ArrayList<>();
        int number = 1 + random.nextInt(4);
        for (int slot = 0; slot < number; slot++) {
            sources.add(new MemorySource(SlotsOfTest.slotName(slot), 1 + random.nextInt(7), records()));
        }
        return sources;
    }

    private List<SourceRecord> records() {
        Map<String, SourceRecord> records = new LinkedHashMap<>();
        int number = random.nextInt(25);
        Stream.generate(this::login).limit(number).forEach(login -> {
            Validity validity = random.nextInt(4) == 0 ? Validity.INVALID : Validity.VALID;
            records.putIfAbsent(OrderKey.of(login), MemorySource.record(login, validity));
        });
        return List.copyOf(records.values());
    }

    /** Short, so that sources share many logins and pages break between neighbours. */
    private String login() {
        StringBuilder login = new StringBuilder();
        int length = 1 + random.nextInt(2);
        for (int i = 0; i < length; i++) {
            login.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return login.toString();
    }
}
