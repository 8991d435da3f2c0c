package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.Condition;
import org.clientele.Condition.Compare;
import org.clientele.Condition.Comparison;
import org.clientele.Condition.Empty;
import org.clientele.Condition.Like;
import org.clientele.Condition.OneOf;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The detailed search: every condition, exclusion and customer IDs, compared with a model. */
public interface DetailedContract extends SourceUnderTest {

    private static Criterion where(Condition... conditions) {
        return new Criterion.Detailed(List.of(conditions), Set.of(), Set.of());
    }

    private static List<TestPerson> family() {
        return List.of(
                TestPerson.of("john").withName("John", "Smith").withCustomerId("example"),
                TestPerson.of("mary").withName("Mary Ann", "smith").withCustomerId("Example GmbH"),
                TestPerson.of("anna").withName("", "Brown").withCustomerId("R&D"),
                TestPerson.of("uenal").withName("Ünal", "カス").withCustomerId("ünal"),
                TestPerson.of("star").withName("a*b", "100%").withCustomerId("a*b"),
                TestPerson.of("axb").withName("axb", "a_b").withCustomerId("axb"),
                TestPerson.of("obrien").withName("x\"y <z>", "O'Brien").withCustomerId("back\\slash"));
    }

    @Test
    default void aFieldHasOneOfSomeValues() throws Exception {
        try (Probe probe = Probe.open(this, family())) {
            for (String variable :
                    List.of(TestPerson.FIRST_NAME, TestPerson.LAST_NAME, Fields.CUSTOMER, Fields.LOGIN)) {
                for (String value : List.of(
                        "john",
                        "Smith",
                        "SMITH",
                        "mary ann",
                        "ary",
                        "a*b",
                        "*",
                        "100%",
                        "%",
                        "a_b",
                        "O'Brien",
                        "x\"y <z>",
                        "ünal",
                        "ÜNAL",
                        "unal",
                        "カス",
                        "back\\slash",
                        "R&D",
                        "smith ",
                        "\0",
                        "\uD83D\uDE00")) {
                    probe.agrees(where(OneOf.equal(variable, value)));
                }
                probe.agrees(where(new OneOf(variable, Set.of("John", "カス", "nobody", "R&D", "anna"))));
            }
            TestPerson john = family().get(0);
            assertThat(probe.ids(where(OneOf.equal(Fields.EMAIL, john.email()))))
                    .containsExactly("john");
        }
    }

    @Test
    default void aFieldMatchesOneOfSomePatterns() throws Exception {
        try (Probe probe = Probe.open(this, family())) {
            for (String variable : List.of(TestPerson.FIRST_NAME, TestPerson.LAST_NAME, Fields.CUSTOMER)) {
                for (String pattern : List.of(
                        "*", "smith", "smi*", "*ith", "*MI*", "mit", "Mary*", "a*b", "a%b", "a_b", "*%", "*\\*", "*'*",
                        "*\"*", "カ*", "*Ü*", "*u*", "* *", "*\0*")) {
                    probe.agrees(where(new Like(variable, Set.of(pattern))));
                }
                probe.agrees(where(new Like(variable, Set.of("J*", "*s", "100%", "nobody*"))));
            }
        }
    }

    @Test
    default void aFieldIsEmptyOrNot() throws Exception {
        try (Probe probe = Probe.open(this, family())) {
            assertThat(probe.ids(where(new Empty(TestPerson.FIRST_NAME, true))))
                    .as("everybody whose first name is empty")
                    .containsExactly("anna");
            probe.agrees(where(new Empty(TestPerson.FIRST_NAME, false)));
            assertThat(probe.ids(where(new Empty(TestPerson.LAST_NAME, true)))).isEmpty();
        }
    }

    @Test
    default void allConditionsHoldTogether() throws Exception {
        try (Probe probe = Probe.open(this, family())) {
            Condition smith = OneOf.equal(TestPerson.LAST_NAME, "smith");
            probe.agrees(where());
            probe.agrees(where(smith, new Like(TestPerson.FIRST_NAME, Set.of("*a*"))));
            probe.agrees(where(smith, new Empty(TestPerson.FIRST_NAME, true)));
            probe.agrees(where(
                    new Like(TestPerson.FIRST_NAME, Set.of("*a*")), new Like(TestPerson.FIRST_NAME, Set.of("*m*"))));
            probe.agrees(new Criterion.Detailed(List.of(smith), Set.of("EXAMPLE", "R&D"), Set.of()));
            probe.agrees(new Criterion.Detailed(List.of(smith), Set.of(), Set.of("john")));
            probe.agrees(new Criterion.Detailed(List.of(smith), Set.of("example"), Set.of("john")));
        }
    }

    @Test
    default void someAreExcluded() throws Exception {
        try (Probe probe = Probe.open(this, family())) {
            probe.agrees(new Criterion.Detailed(List.of(), Set.of(), Set.of("john", "JOHN", "Mary", "nobody", "*")));
            probe.agrees(new Criterion.Detailed(List.of(), Set.of(), Set.of("a*", "%", "star")));
        }
    }

    @Test
    default void onlyTheseCustomers() throws Exception {
        try (Probe probe = Probe.open(this, family())) {
            for (String customer : List.of("example", "EXAMPLE", "a*b", "*", "R&D", "back\\slash", "ünal", "nobody")) {
                probe.agrees(new Criterion.Detailed(List.of(), Set.of(customer), Set.of()));
            }
            probe.agrees(new Criterion.Detailed(List.of(), Set.of("a*b", "axb", "Example GmbH"), Set.of()));
        }
    }

    @Test
    default void listsMayBeLongerThanAThousand() throws Exception {
        Set<String> many = IntStream.range(0, 2500).mapToObj(i -> "value" + i).collect(Collectors.toSet());
        List<TestPerson> people = Stream.of("value7", "value1000", "value2499", "other")
                .map(text -> TestPerson.of(text).withCustomerId(text).withName(text, text))
                .toList();
        try (Probe probe = Probe.open(this, people)) {
            List<String> three = List.of("value1000", "value2499", "value7");
            assertThat(probe.ids(where(new OneOf(TestPerson.LAST_NAME, many))))
                    .as("whoever has one of 2500 values as last name")
                    .containsExactlyElementsOf(three);
            assertThat(probe.ids(new Criterion.Detailed(List.of(), many, Set.of())))
                    .containsExactlyElementsOf(three);
            assertThat(probe.ids(new Criterion.Detailed(List.of(), Set.of(), many)))
                    .containsExactly("other");
        }
    }

    @Test
    default void theInvalidAreFoundByConditionsOnlyIfAskedFor() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("a"),
                TestPerson.of("b").withValidity(Validity.INVALID),
                TestPerson.of("c").withName("First", "Other"));
        try (Probe probe = Probe.open(this, people)) {
            Criterion last = where(OneOf.equal(TestPerson.LAST_NAME, "last"));
            probe.agrees(last, true, Probe.MANY);
            probe.agrees(last, false, Probe.MANY);
            probe.agrees(last, true, 1);
        }
    }

    /** For a map with a row {@link TestPerson#NUMBER}. */
    @TestFactory
    default Stream<DynamicTest> numbers() throws Exception {
        try (Probe probe = Probe.open(this, List.of())) {
            return probe.hasNumbers()
                    ? Stream.of(
                            DynamicTest.dynamicTest("numbersAreComparedAsNumbers", this::numbersAreCompared),
                            DynamicTest.dynamicTest("aNumberHasOneOfSomeValues", this::numbersAreEqual))
                    : Stream.empty();
        }
    }

    private static List<TestPerson> numbered() {
        return Stream.of("", "0", "7", "10", "-3", "2147483647", "-2147483648")
                .map(number -> TestPerson.of("n" + number).withNumber(number))
                .toList();
    }

    private void numbersAreCompared() throws Exception {
        try (Probe probe = Probe.open(this, numbered())) {
            for (Comparison comparison : Comparison.values()) {
                for (long bound : new long[] {0, 7, 8, 9, -3, -4, 2147483647L, 4_000_000_000L, Long.MIN_VALUE}) {
                    probe.agrees(where(new Compare(TestPerson.NUMBER, comparison, bound)));
                }
            }
            probe.agrees(where(
                    new Compare(TestPerson.NUMBER, Comparison.AT_LEAST, 0),
                    new Compare(TestPerson.NUMBER, Comparison.LESS, 10)));
        }
    }

    private void numbersAreEqual() throws Exception {
        try (Probe probe = Probe.open(this, numbered())) {
            probe.agrees(where(new OneOf(TestPerson.NUMBER, Set.of("0"))));
            probe.agrees(where(new OneOf(TestPerson.NUMBER, Set.of("7", "-3", "4"))));
            probe.agrees(where(new OneOf(TestPerson.NUMBER, Set.of("4000000000"))));
            probe.agrees(where(new Empty(TestPerson.NUMBER, true)));
            probe.agrees(where(new Empty(TestPerson.NUMBER, false)));
        }
    }

    @Test
    default void whateverConditionsAreAskedTheModelSaysTheSame() throws Exception {
        List<TestPerson> people = new People(8, deviations(), Probe.isCaseSensitive(this)).some(60);
        try (Probe probe = Probe.open(this, people)) {
            RandomConditions conditions = new RandomConditions(new Random(8), people, probe.hasNumbers());
            for (int i = 0; i < 200; i++) {
                probe.agrees(conditions.next(), i % 3 == 0, i % 10 == 0 ? 5 : Probe.MANY);
            }
        }
    }
}
