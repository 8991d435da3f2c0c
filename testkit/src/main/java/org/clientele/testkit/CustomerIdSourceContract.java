package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerIdSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;

/**
 * The contract of a source that is also a {@link CustomerIdSource}, as tests: implement it besides extending
 * {@link CustomerUserSourceContract}.
 */
public interface CustomerIdSourceContract extends SourceUnderTest {

    /** Two people of each customer. */
    private static List<TestPerson> of(String... customerIds) {
        List<TestPerson> people = new ArrayList<>();
        for (String customerId : customerIds) {
            people.add(TestPerson.of("a" + people.size()).withCustomerId(customerId));
            people.add(TestPerson.of("b" + people.size()).withCustomerId(customerId));
        }
        return people;
    }

    private static CustomerIdSource source(Probe probe) {
        assertThat(probe.source()).isInstanceOf(CustomerIdSource.class);
        return (CustomerIdSource) probe.source();
    }

    private static List<Position> walk(Probe probe, Optional<SearchExpression> search, boolean invalid, int limit)
            throws SourceUnavailableException {
        List<Position> all = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        CustomerIdList page;
        do {
            page = source(probe).customerIds(new CustomerIdQuery(search, after, limit, invalid), Probe.deadline());
            assertThat(page.ids().size()).as("customer IDs of a page").isLessThanOrEqualTo(limit);
            assertThat(page.truncated()).as("truncated").isFalse();
            assertThat(page.more() && page.ids().isEmpty())
                    .as("nothing, and more")
                    .isFalse();
            all.addAll(page.ids());
            after = page.ids().stream().reduce((earlier, later) -> later);
        } while (page.more());
        return all;
    }

    private static void agrees(Probe probe, Optional<SearchExpression> search, boolean invalid, int limit)
            throws SourceUnavailableException {
        assertThat(walk(probe, search, invalid, limit))
                .as("%s, invalid ones %s, by %d", search, invalid ? "too" : "not", limit)
                .containsExactlyElementsOf(probe.model().customerIds(search, invalid));
    }

    private static SearchExpression word(String pattern) {
        return new SearchExpression.Word(TextPattern.of(pattern));
    }

    @Test
    default void eachCustomerIdIsListedOnceInOrder() throws Exception {
        List<TestPerson> people = of("b", "A", "C", "ä", "_", "a-b", "R&D", "カ", "O'Brien", "100%", "back\\slash");
        try (Probe probe = Probe.open(this, people)) {
            for (int limit : List.of(1, 2, 10, 11, 12, Probe.MANY)) {
                agrees(probe, Optional.empty(), true, limit);
            }
        }
    }

    @Test
    default void spellingsAreKept() throws Exception {
        try (Probe probe = Probe.open(this, of("acme", "ACME", "Acme", "acme2"))) {
            agrees(probe, Optional.empty(), true, Probe.MANY);
            agrees(probe, Optional.empty(), true, 1);
        }
    }

    @Test
    default void aTextIsLookedForInTheCustomerIdAlone() throws Exception {
        List<TestPerson> people = of("acme", "Example GmbH", "a_c", "abc").stream()
                .map(person -> person.withName("acme", "Example"))
                .toList();
        try (Probe probe = Probe.open(this, people)) {
            for (String pattern : List.of("acme", "example", "a_c", "*", "a*c", "first", "EXAMPLE")) {
                agrees(probe, Optional.of(word(pattern)), true, Probe.MANY);
            }
            agrees(probe, Optional.of(new SearchExpression.Not(word("acme"))), true, Probe.MANY);
            agrees(probe, Optional.of(new SearchExpression.And(List.of(word("exam"), word("gmbh")))), true, Probe.MANY);
        }
    }

    @Test
    default void thoseOfTheInvalidAreListedOnlyIfAskedFor() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("a").withCustomerId("both"),
                TestPerson.of("b").withCustomerId("both").withValidity(Validity.INVALID),
                TestPerson.of("c").withCustomerId("invalid alone").withValidity(Validity.INVALID));
        try (Probe probe = Probe.open(this, people)) {
            agrees(probe, Optional.empty(), true, Probe.MANY);
            agrees(probe, Optional.empty(), false, Probe.MANY);
        }
    }

    @Test
    default void whateverCustomerIdsAreAskedForTheModelSaysTheSame() throws Exception {
        List<TestPerson> people = new People(13, deviations(), Probe.isCaseSensitive(this)).some(80);
        RandomSearches searches = new RandomSearches(new Random(13));
        try (Probe probe = Probe.open(this, people)) {
            for (int i = 0; i < 40; i++) {
                agrees(probe, Optional.of(searches.next()), i % 3 == 0, i % 2 == 0 ? 2 : Probe.MANY);
            }
        }
    }

    @Test
    default void aCustomerIdToGoOnFromNeedNotExistAnyMore() throws Exception {
        try (Probe probe = Probe.open(this, of("acme", "Example"))) {
            Position bob = new Position(OrderKey.of("Bob"), "Bob");
            CustomerIdQuery query = new CustomerIdQuery(Optional.empty(), Optional.of(bob), 10, true);
            assertThat(source(probe).customerIds(query, Probe.deadline()).ids())
                    .extracting(Position::id)
                    .containsExactly("Example");
        }
    }

    @Test
    default void listingCustomerIdsHasADeadline() throws Exception {
        try (Probe probe = Probe.open(this, of("acme"))) {
            CustomerIdQuery query = new CustomerIdQuery(Optional.empty(), Optional.empty(), 10, true);
            CustomerIdSource source = source(probe);
            assertThatThrownBy(
                            () -> source.customerIds(query, Deadline.in(Duration.ZERO)),
                            "a list of customer IDs whose deadline has passed ends with SourceUnavailableException, reason TIME_OUT")
                    .isInstanceOfSatisfying(
                            SourceUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.TIME_OUT));
        }
    }
}
