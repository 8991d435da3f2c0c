package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.clientele.InvalidInputException;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.internal.search.SearchParser;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerIdSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceQuery.Position;
import org.junit.jupiter.api.Test;

/** The customer IDs of several sources, page by page. */
class CustomerIdListingTest {
    private static final List<String> CUSTOMERS =
            List.of("a", "A", "b", "ab", "_", "ä", "カス", "R&D", "a b", "\uD83D\uDE00", "\uFD3E", "z", "Z", "0");

    private final Random random = new Random(2_028);

    private static CustomerIdQuery query(Optional<SearchExpression> search, Optional<Cursor> cursor, int limit) {
        return new CustomerIdQuery(search, cursor.map(Cursor::position), limit, true);
    }

    private static List<CustomerIdListing.Result> walk(SlotsOfTest slots, Optional<SearchExpression> search, int limit)
            throws InvalidInputException {
        List<CustomerIdListing.Result> pages = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            boolean incomplete = cursor.map(Cursor::incomplete).orElse(false);
            CustomerIdListing.Result page =
                    new CustomerIdListing(slots.slots(), query(search, cursor, limit), incomplete).page();
            assertThat(page.ids().size()).isLessThanOrEqualTo(limit);
            pages.add(page);
            cursor = page.next();
            if (cursor.isPresent()) {
                cursor = Optional.of(Cursor.decodeCustomerId(cursor.get().encode()));
            }
            assertThat(pages.size()).as("pages").isLessThan(100);
        } while (cursor.isPresent());
        return pages;
    }

    private static List<String> ids(List<CustomerIdListing.Result> pages) {
        return pages.stream().flatMap(page -> page.ids().stream()).toList();
    }

    @Test
    void eachIsListedOnceInOrderWhateverTheSourcesHold() throws InvalidInputException {
        for (int round = 0; round < 200; round++) {
            TreeSet<Position> model = new TreeSet<>();
            try (SlotsOfTest slots = slots(1 + random.nextInt(11), model)) {
                List<CustomerIdListing.Result> pages = walk(slots, Optional.empty(), 1 + random.nextInt(6));
                assertThat(ids(pages))
                        .as("round %d", round)
                        .isEqualTo(model.stream().map(Position::id).toList());
                assertThat(pages).noneMatch(CustomerIdListing.Result::incomplete);
            }
        }
    }

    @Test
    void aTextIsLookedForInASourceThatIsWalked() throws InvalidInputException {
        PeopleSource source = new PeopleSource(0, Map.of("searchListLimit", 2))
                .with("1", "Acme & Sons", "", "")
                .with("acme", "Other", "", "")
                .with("3", "acme", "", "")
                .with("4", "", "", "");
        try (SlotsOfTest slots = new SlotsOfTest().with(Optional.of(source))) {
            assertThat(ids(walk(slots, SearchParser.parse("ACME"), 10))).containsExactly("acme", "Acme & Sons");
            assertThat(ids(walk(slots, SearchParser.parse("!acme"), 10))).containsExactly("Other");
            assertThat(ids(walk(slots, SearchParser.parse("acme sons"), 10))).containsExactly("Acme & Sons");
        }
    }

    @Test
    void aSourceThatIsMissingOnOnePageMakesAllFollowingOnesIncomplete() throws InvalidInputException {
        PeopleSource sound =
                new PeopleSource(0, Map.of()).with("1", "a", "", "").with("2", "b", "", "");
        PeopleSource broken =
                new PeopleSource(1, Map.of()).with("3", "c", "", "").failing();
        try (SlotsOfTest slots = new SlotsOfTest()
                .with(Optional.of(sound))
                .with(Optional.of(broken))
                .with(Optional.empty())) {
            List<CustomerIdListing.Result> pages = walk(slots, Optional.empty(), 1);
            assertThat(ids(pages)).containsExactly("a", "b");
            assertThat(pages).allMatch(CustomerIdListing.Result::incomplete);
            assertThat(pages.get(0).reports())
                    .extracting(SourceReport::outcome)
                    .containsExactly(Outcome.ANSWERED, Outcome.FAILED, Outcome.WAITING);
        }
    }

    @Test
    void aSourceWithTooManyPeopleToLookThroughIsTruncated() throws InvalidInputException {
        PeopleSource many = new PeopleSource(0, Map.of("searchListLimit", 100_000));
        for (int i = 0; i < 10_001; i++) {
            many.with(String.format("%05d", i), "c" + i % 3, "", "");
        }
        try (SlotsOfTest slots = new SlotsOfTest().with(Optional.of(many))) {
            List<CustomerIdListing.Result> pages = walk(slots, Optional.empty(), 10);
            assertThat(ids(pages)).containsExactly("c0", "c1", "c2");
            assertThat(pages.get(0).incomplete()).isTrue();
            assertThat(pages.get(0).reports()).extracting(SourceReport::outcome).containsExactly(Outcome.TRUNCATED);
        }
    }

    @Test
    void aSourceThatBreaksItsOrderIsReported() throws InvalidInputException {
        try (SlotsOfTest slots = new SlotsOfTest().with(Optional.of(new Disordered()))) {
            List<CustomerIdListing.Result> pages = walk(slots, Optional.empty(), 10);
            assertThat(pages.get(0).incomplete()).isTrue();
            assertThat(pages.get(0).reports().get(0).message()).contains("out of order");
        }
    }

    @Test
    void cursorsOfOtherListsAreRefused() throws InvalidInputException {
        Cursor ofRecords = new Cursor("a", 1, "A", true);
        Cursor ofCustomerIds = Cursor.ofCustomerId(new Position("a", "A"), true);
        assertThat(Cursor.decode(ofRecords.encode())).isEqualTo(ofRecords);
        assertThat(Cursor.decodeCustomerId(ofCustomerIds.encode())).isEqualTo(ofCustomerIds);
        assertThatThrownBy(() -> Cursor.decode(ofCustomerIds.encode())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Cursor.decodeCustomerId(ofRecords.encode())).isInstanceOf(InvalidInputException.class);
        String longest = "\uFFFD".repeat(1000);
        Cursor large = Cursor.ofCustomerId(new Position(longest, longest), false);
        assertThat(Cursor.decodeCustomerId(large.encode())).isEqualTo(large);
    }

    private SlotsOfTest slots(int number, TreeSet<Position> model) {
        SlotsOfTest slots = new SlotsOfTest();
        for (int slot = 0; slot < number; slot++) {
            Map<String, Object> keys = Map.of("searchListLimit", 1 + random.nextInt(5));
            PeopleSource source =
                    random.nextBoolean() ? new PeopleSource(slot, keys) : new PeopleSource.Capable(slot, keys);
            int people = random.nextInt(10);
            for (int i = 0; i < people; i++) {
                String customer = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
                source.with("u" + slot + "-" + i, customer, "", "");
                model.add(new Position(OrderKey.of(customer), customer));
            }
            slots.with(Optional.of(source));
        }
        return slots;
    }

    private static final class Disordered extends PeopleSource implements CustomerIdSource {
        Disordered() {
            super(0, Map.of());
        }

        @Override
        public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline) {
            return new CustomerIdList(List.of(new Position("b", "b"), new Position("a", "a")), false, false);
        }
    }
}
