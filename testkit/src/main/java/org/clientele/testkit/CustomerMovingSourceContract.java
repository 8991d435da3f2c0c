package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.CustomerMovingSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of a source of customer users that is also a {@link CustomerMovingSource}, as tests: extend it. */
public abstract class CustomerMovingSourceContract implements SourceUnderTest {
    /** More than what sources answer at once by default. */
    private static final int MANY = 350;

    private static final CustomerMove MOVE = move("acme", "next");

    private static CustomerMove move(String from, String to) {
        return new CustomerMove(from, to, false, "contract test");
    }

    private static TestPerson person(String login, String customerId) {
        return TestPerson.of(login).withCustomerId(customerId);
    }

    /** Moves until nobody is left, as the directory does. */
    private static int moveAll(Probe probe, CustomerMove move) throws Exception {
        int all = 0;
        int some;
        do {
            some = ((CustomerMovingSource) probe.source()).moveCustomerUsers(move, Probe.deadline());
            all += some;
        } while (some > 0);
        return all;
    }

    private static Map<String, String> customers(Probe probe) throws Exception {
        Map<String, String> customers = new TreeMap<>();
        for (SourceRecord record : probe.walk(Criterion.ALL, true, Probe.MANY)) {
            customers.put(record.id(), String.join("|", record.fields().getOrDefault(Fields.CUSTOMER, List.of())));
        }
        return customers;
    }

    @Test
    void everybodyOfTheCustomerIsMovedAndNobodyElse() throws Exception {
        List<TestPerson> people = List.of(
                person("ann", "acme"),
                person("bob", "acme").withValidity(Validity.INVALID),
                person("cid", "acme").withValidity(Validity.INVALID_TEMPORARILY),
                person("dora", "acme2"),
                person("eve", "ac"),
                person("fred", "next"));
        try (Probe probe = Probe.open(this, people)) {
            assertThat(moveAll(probe, MOVE)).as("how many were moved").isEqualTo(3);
            assertThat(customers(probe))
                    .as("the customers of all people")
                    .isEqualTo(Map.of(
                            "ann", "next", "bob", "next", "cid", "next", "dora", "acme2", "eve", "ac", "fred", "next"));
        }
    }

    @Test
    void nothingElseChanges() throws Exception {
        TestPerson john = person("john", "acme").withName("O'Brien", "カス").withValidity(Validity.INVALID);
        try (Probe probe = Probe.open(this, List.of(john))) {
            moveAll(probe, MOVE);
            SourceRecord record = probe.found("john");
            assertThat(record.validity()).isEqualTo(Validity.INVALID);
            john.withCustomerId("next")
                    .fields()
                    .forEach((variable, value) -> assertThat(record.fields().get(variable))
                            .as(variable)
                            .containsExactly(value));
        }
    }

    @Test
    void anyIdCanBeTheFormerAndTheNext() throws Exception {
        List<String> ids =
                List.of("O'Brien & Co", "Ünal", "カス", "x\"y <z>", "${a}", "*", "%", "_", "\\", "a b", "a;b", "0");
        List<TestPerson> people =
                Stream.of("ann", "bob").map(login -> person(login, "acme")).toList();
        for (String id : ids) {
            List<TestPerson> all = new ArrayList<>(people);
            all.add(person("other", "other"));
            try (Probe probe = Probe.open(this, all)) {
                assertThat(moveAll(probe, move("acme", id)))
                        .as("how many were moved to '%s'", id)
                        .isEqualTo(2);
                assertThat(moveAll(probe, move(id, "acme")))
                        .as("how many were moved from '%s'", id)
                        .isEqualTo(2);
                assertThat(customers(probe)).isEqualTo(Map.of("ann", "acme", "bob", "acme", "other", "other"));
            }
        }
    }

    @Test
    void caseCountsWhereItIsSaid() throws Exception {
        try (Probe probe = Probe.open(this, List.of(person("ann", "äcme"), person("bob", "ÄCME")))) {
            moveAll(probe, move("äcme", "next"));
            assertThat(customers(probe))
                    .as("where case counts, only 'äcme' is moved")
                    .isEqualTo(Map.of("ann", "next", "bob", "ÄCME"));
        }
    }

    @Test
    void inWhateverCaseWhereThatIsSaid() throws Exception {
        try (Probe probe = Probe.open(this, List.of(person("ann", "äcme"), person("bob", "ÄCME")))) {
            moveAll(probe, new CustomerMove("Äcme", "next", true, "contract test"));
            assertThat(customers(probe))
                    .as("where case does not count, both are moved")
                    .isEqualTo(Map.of("ann", "next", "bob", "next"));
        }
    }

    @Test
    void caseAloneMayChange() throws Exception {
        try (Probe probe = Probe.open(this, List.of(person("ann", "äcme"), person("bob", "ÄCME")))) {
            assertThat(moveAll(probe, new CustomerMove("äcme", "ÄCME", true, "contract test")))
                    .as("how many did not have the new spelling")
                    .isEqualTo(1);
            assertThat(customers(probe)).isEqualTo(Map.of("ann", "ÄCME", "bob", "ÄCME"));
        }
    }

    @Test
    void allAreMovedHoweverManyTheyAre() throws Exception {
        List<TestPerson> people =
                IntStream.range(0, MANY).mapToObj(i -> person("p" + i, "acme")).toList();
        try (Probe probe = Probe.open(this, people)) {
            assertThat(moveAll(probe, MOVE))
                    .as("how many of %d were moved", MANY)
                    .isEqualTo(MANY);
            assertThat(customers(probe).values()).containsOnly("next");
        }
    }

    @Test
    void movingAgainMovesNobody() throws Exception {
        try (Probe probe = Probe.open(this, List.of(person("ann", "acme")))) {
            moveAll(probe, MOVE);
            assertThat(moveAll(probe, MOVE)).as("how many are moved again").isZero();
        }
    }

    @Test
    void aMoveWhoseDeadlineHasPassedChangesNothing() throws Exception {
        try (Probe probe = Probe.open(this, List.of(person("ann", "acme")))) {
            assertThatThrownBy(
                            () -> ((CustomerMovingSource) probe.source())
                                    .moveCustomerUsers(MOVE, Deadline.in(Duration.ZERO)),
                            "a move whose deadline has passed ends with SourceUnavailableException, reason TIME_OUT")
                    .isInstanceOfSatisfying(
                            SourceUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.TIME_OUT));
            assertThat(customers(probe)).isEqualTo(Map.of("ann", "acme"));
        }
    }

    @TestFactory
    Stream<DynamicTest> aMoveInAStorageThatIsAway() throws Exception {
        return Outages.test(this, "isUnavailableAndMovesNobody", this::moveWhileAway);
    }

    private void moveWhileAway() throws Exception {
        try (Probe probe = Probe.open(this, List.of(person("john", "acme"), person("mary", "acme")))) {
            Outages.assertUnavailable(probe, Map.of("a move", () -> moveAll(probe, MOVE)));
            assertThat(customers(probe)).isEqualTo(Map.of("john", "acme", "mary", "acme"));
        }
    }
}
