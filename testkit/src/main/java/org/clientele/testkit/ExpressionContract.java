package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchExpression.And;
import org.clientele.spi.SearchExpression.Not;
import org.clientele.spi.SearchExpression.Or;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;

/** Free text: every operator, compared with a model. */
public interface ExpressionContract extends SourceUnderTest {

    private static SearchExpression word(String pattern) {
        return new SearchExpression.Word(TextPattern.of(pattern));
    }

    private static List<TestPerson> family() {
        return List.of(
                TestPerson.of("john").withName("John", "Smith"),
                TestPerson.of("mary").withName("Mary", "Smith"),
                TestPerson.of("anna").withName("", "Brown"),
                TestPerson.of("uenal").withName("Ünal", "カス").withCustomerId("R&D"),
                TestPerson.of("obrien").withName("Mary Ann", "O'Brien"));
    }

    private void agree(List<TestPerson> people, SearchExpression... expressions) throws Exception {
        try (Probe probe = Probe.open(this, people)) {
            for (SearchExpression expression : expressions) {
                probe.agrees(new Criterion.Text(expression));
            }
        }
    }

    @Test
    default void theFixtureSearchesTheFiveFields() throws Exception {
        try (Probe probe = Probe.open(this, List.of())) {
            SourceDescription description = probe.source().description();
            List<String> five =
                    List.of(Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER, TestPerson.FIRST_NAME, TestPerson.LAST_NAME);
            List<String> columns = five.stream()
                    .map(variable ->
                            description.field(variable).map(Field::storage).orElse("(no row for " + variable + ")"))
                    .toList();
            assertThat(description.search().searchFields())
                    .as("searchFields of the source under test: the columns of these five variables")
                    .containsExactlyInAnyOrderElementsOf(columns);
        }
    }

    @Test
    default void aWordIsLookedForInEveryField() throws Exception {
        agree(family(), word("john"), word("smith"), word("R&D"), word("カス"), word("example.com"), word("nowhere"));
    }

    @Test
    default void caseIsAsConfiguredAndAccentsMatter() throws Exception {
        agree(family(), word("SMITH"), word("jOhN"), word("ünal"), word("ÜNAL"), word("unal"), word("o'brien"));
    }

    @Test
    default void wildcards() throws Exception {
        agree(
                family(),
                word("*"),
                word("j*n"),
                word("*o*n*"),
                word("Mary*Ann"),
                word("*th"),
                word("s*"),
                word("j*n*x"),
                word("n*n"),
                word("oh*hn"));
    }

    @Test
    default void phrases() throws Exception {
        agree(family(), word("Mary Ann"), word("ary An"), word("Ann Mary"), word("MaryAnn"));
    }

    @Test
    default void eachWordMayMatchInAnotherField() throws Exception {
        agree(
                family(),
                new And(List.of(word("mary"), word("smith"))),
                new And(List.of(word("ann"), word("obrien"), word("example"))));
    }

    @Test
    default void either() throws Exception {
        agree(family(), new Or(List.of(word("john"), word("カス"))), new Or(List.of(word("none"), word("nobody"))));
    }

    @Test
    default void notMatchesEmptyFieldsToo() throws Exception {
        List<TestPerson> people = List.of(
                TestPerson.of("a").withName("", "Doe"), TestPerson.of("b").withName("Mary", "Doe"));
        agree(
                people,
                new Not(word("Mary")),
                new Not(new Not(word("Mary"))),
                new Not(new And(List.of(word("Mary"), word("Doe")))),
                new Not(new Or(List.of(word("Mary"), word("nobody")))),
                new Not(new Or(List.of(word("nobody"), word("Mary")))),
                new And(List.of(word("Doe"), new Not(word("Mary")))));
    }

    @Test
    default void asManyWordsAsASearchMayHave() throws Exception {
        List<SearchExpression> words =
                IntStream.range(0, 64).mapToObj(i -> word("nobody" + i)).collect(Collectors.toList());
        words.set(63, word("john"));
        List<SearchExpression> all =
                IntStream.range(0, 64).mapToObj(i -> word("john")).collect(Collectors.toList());
        agree(family(), new Or(words), new And(words), new And(all), new Not(new Or(words)));
    }

    @Test
    default void aWordAsLongAsASearchMayBe() throws Exception {
        agree(family(), word("x".repeat(1000)), word("カ".repeat(1000)), new Not(word("%_\\*".repeat(250))));
    }

    @Test
    default void deepTrees() throws Exception {
        SearchExpression deep = word("john");
        for (int i = 0; i < 30; i++) {
            deep = new Not(new And(List.of(word("o"), new Or(List.of(word("mary"), deep)))));
        }
        agree(family(), deep);
    }

    @Test
    default void whateverIsSearchedTheModelSaysTheSame() throws Exception {
        List<TestPerson> people = new People(5, deviations(), Probe.isCaseSensitive(this)).some(60);
        RandomSearches searches = new RandomSearches(new Random(5));
        try (Probe probe = Probe.open(this, people)) {
            for (int i = 0; i < 200; i++) {
                probe.agrees(new Criterion.Text(searches.next()), i % 3 == 0, Probe.MANY);
            }
        }
    }
}
