package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;

/** Each kind of question, and validity in lists. */
public interface CriterionContract extends SourceUnderTest {

    @Test
    default void everybodyIsListed() throws Exception {
        try (Probe probe = Probe.open(this, People.of("b", "A", "C"))) {
            assertThat(probe.ids(Criterion.ALL)).containsExactly("A", "b", "C");
        }
    }

    @Test
    default void anEmptyStorageListsNobody() throws Exception {
        try (Probe probe = Probe.open(this, List.of())) {
            assertThat(probe.ids(Criterion.ALL)).isEmpty();
            assertThat(probe.ids(new Criterion.Email("a@example.com"))).isEmpty();
        }
    }

    @Test
    default void severalLoginsAreAskedForAtOnce() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john", "mary", "O'Brien", "カス", "other"))) {
            probe.agrees(new Criterion.Ids(Set.of("john", "O'Brien", "カス", "nobody")));
            probe.agrees(new Criterion.Ids(Set.of("JOHN", "o'brien")));
            probe.agrees(new Criterion.Ids(Set.of("nobody")));
            probe.agrees(new Criterion.Ids(Set.of()));
        }
    }

    @Test
    default void aThousandLoginsAreAskedForAtOnce() throws Exception {
        Set<String> asked =
                IntStream.range(0, Probe.MANY).mapToObj(i -> "user" + i).collect(Collectors.toSet());
        try (Probe probe = Probe.open(this, People.of("user7", "user999", "user1000", "other"))) {
            assertThat(probe.ids(new Criterion.Ids(asked))).containsExactly("user7", "user999");
        }
    }

    @Test
    default void customerIdsMatchAsAWhole() throws Exception {
        List<TestPerson> people = Stream.of("example", "example2", "Example", "my example", "a*b", "axb", "ünal")
                .map(customer -> TestPerson.of("of " + customer).withCustomerId(customer))
                .collect(Collectors.toList());
        people.removeIf(person -> person.login().equals("of Example"));
        try (Probe probe = Probe.open(this, people)) {
            for (String pattern : List.of(
                    "example", "EXAMPLE", "exam*", "*example", "*am*", "*", "a*b", "exampl_", "%", "ü*", "none")) {
                probe.agrees(new Criterion.CustomerId(TextPattern.of(pattern)));
            }
            probe.agrees(new Criterion.CustomerId(TextPattern.exactly("a*b")));
        }
    }

    @Test
    default void theCustomerUsersOfCustomersAreWalkedToo() throws Exception {
        List<TestPerson> people = new People(2, deviations(), Probe.isCaseSensitive(this)).some(100);
        try (Probe probe = Probe.open(this, people)) {
            probe.agrees(new Criterion.CustomerId(TextPattern.of("*a*")), true, 5);
        }
    }

    @Test
    default void aTextIsSearchedForAmongTheCustomerUsersOfACustomer() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("a").withCustomerId("acme").withName("Jane", "Smith"),
                TestPerson.of("b").withCustomerId("acme").withName("Jane", "Jones"),
                TestPerson.of("c").withCustomerId("acme2").withName("John", "Smith"),
                TestPerson.of("d").withCustomerId("a*e").withName("Jane", "Smith"),
                TestPerson.of("e").withCustomerId("O'Brien & カス").withName("John", "Smith"));
        try (Probe probe = Probe.open(this, people)) {
            SearchExpression smith = new SearchExpression.Word(TextPattern.exactly("Smith"));
            SearchExpression jane = new SearchExpression.Word(TextPattern.exactly("Jane"));
            List<SearchExpression> texts = List.of(
                    smith,
                    new SearchExpression.And(List.of(smith, jane)),
                    new SearchExpression.Or(List.of(smith, jane)),
                    new SearchExpression.Not(smith));
            for (SearchExpression text : texts) {
                for (String customer : List.of("acme", "a*e", "O'Brien & カス", "nobody")) {
                    probe.agrees(new Criterion.TextOfCustomer(
                            new Criterion.Text(text), new Criterion.CustomerId(TextPattern.exactly(customer))));
                }
            }
        }
    }

    @Test
    default void addressesAreComparedWithoutCaseAndAsAWhole() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("john").withEmail("John.Doe@Example.com"),
                TestPerson.of("mary").withEmail("xjohn.doe@example.com"));
        try (Probe probe = Probe.open(this, people)) {
            assertThat(probe.ids(new Criterion.Email("john.doe@example.com"))).containsExactly("john");
            assertThat(probe.ids(new Criterion.Email("JOHN.DOE@EXAMPLE.COM"))).containsExactly("john");
            for (String address : List.of("john.doe@example", "*", "*@example.com", "john", "", "%doe@example.com")) {
                assertThat(probe.ids(new Criterion.Email(address)))
                        .as("whoever has the e-mail address '%s'", address)
                        .isEmpty();
            }
        }
    }

    @Test
    default void anAddressIsFoundWhateverIsInIt() throws Exception {
        List<String> addresses = List.of(
                "o'brien@example.com",
                "a+b@example.com",
                "a_b@example.com",
                "a*b@example.com",
                "axb@example.com",
                "{a}|b%#!$&/=?^`~@example.com",
                "x@example.com");
        List<TestPerson> people = addresses.stream()
                .map(address -> TestPerson.of("u" + addresses.indexOf(address)).withEmail(address))
                .toList();
        try (Probe probe = Probe.open(this, people)) {
            for (String address : addresses) {
                assertThat(probe.ids(new Criterion.Email(address)))
                        .as(address)
                        .containsExactly("u" + addresses.indexOf(address));
            }
        }
    }

    @Test
    default void theInvalidAreListedOnlyIfAskedFor() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("a").withValidity(Validity.VALID),
                TestPerson.of("b").withValidity(Validity.INVALID),
                TestPerson.of("c").withValidity(Validity.INVALID_TEMPORARILY),
                TestPerson.of("d").withValidity(Validity.VALID));
        List<Criterion> criteria = List.of(
                Criterion.ALL,
                new Criterion.Ids(Set.of("a", "b", "c")),
                new Criterion.CustomerId(TextPattern.exactly("example")),
                new Criterion.Email(people.get(1).email()));
        try (Probe probe = Probe.open(this, people)) {
            for (Criterion criterion : criteria) {
                probe.agrees(criterion, true, Probe.MANY);
                probe.agrees(criterion, false, Probe.MANY);
                probe.agrees(criterion, false, 1);
            }
        }
    }

    @Test
    default void recordsOfAListAreTheSameAsLookedUp() throws Exception {
        List<TestPerson> people = new People(3, deviations(), Probe.isCaseSensitive(this)).some(30);
        try (Probe probe = Probe.open(this, people)) {
            List<SourceRecord> listed = probe.walk(Criterion.ALL, true, Probe.MANY);
            assertThat(listed).hasSize(30);
            for (SourceRecord record : listed) {
                assertThat(record)
                        .as("the record of '%s' in a list, compared with the one looked up", record.id())
                        .isEqualTo(probe.found(record.id()));
            }
        }
    }

    @Test
    default void namesAreMadeOfTheNameFields() throws Exception {
        try (Probe probe = Probe.open(this, List.of(TestPerson.of("john").withName("Ünal", "O'Brien")))) {
            SourceQuery everybody = new SourceQuery(Criterion.ALL, Optional.empty(), 1, true);
            String join = probe.source().description().search().nameJoin();
            if (probe.source().description().search().nameFields().size() == 2) {
                assertThat(probe.page(everybody).records().get(0).name()).isEqualTo("Ünal" + join + "O'Brien");
            }
            assertThat(probe.page(everybody).records().get(0).name())
                    .isEqualTo(probe.found("john").name());
        }
    }

    /** For list fields that the map has, the address last. */
    @Test
    default void mailStringsAreMadeOfTheListFields() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("a").withName("Ünal", "O'Brien"),
                TestPerson.of("b").withName("say \"x\", <y>", "back\\slash"),
                TestPerson.of("c").withName("", "カス"));
        try (Probe probe = Probe.open(this, people)) {
            for (TestPerson person : people) {
                probe.model()
                        .label(person)
                        .ifPresent(label -> assertThat(record(probe, person).mailString())
                                .as("the mail string of '%s'", person.login())
                                .isEqualTo("\"" + label.replace("\\", "\\\\").replace("\"", "\\\"") + "\" <"
                                        + person.email() + ">"));
            }
        }
    }

    private static SourceRecord record(Probe probe, TestPerson person) {
        try {
            return probe.find(person.login()).orElseThrow();
        } catch (SourceUnavailableException e) {
            throw new AssertionError(e);
        }
    }
}
