package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.spi.Criterion;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;

/** No character means anything but itself. */
public interface SpecialCharactersContract extends SourceUnderTest {

    private List<String> characters() {
        String all = "*()\\,=\"'<>$%_{}äカ;#+/&|!?:@~^[].-`";
        List<String> characters =
                new ArrayList<>(all.codePoints().mapToObj(Character::toString).toList());
        if (!deviations().contains(Deviation.BASIC_PLANE_ONLY)) {
            characters.add("\uD83D\uDE00");
        }
        return characters;
    }

    /** The character at the start, in the middle and at the end of a login. */
    private static Stream<String> around(String c) {
        return Stream.of(c + "ab", "a" + c + "b", "ab" + c);
    }

    /** The questions of a source for exactly this text. */
    default List<Criterion> exactly(String text) {
        return List.of(
                new Criterion.Text(new SearchExpression.Word(TextPattern.exactly(text))),
                new Criterion.Ids(Set.of(text)),
                new Criterion.CustomerId(TextPattern.exactly(text)),
                new Criterion.Email(text));
    }

    private List<TestPerson> everybody() {
        Stream<String> decoys = Stream.of("ab", "xab", "axb", "abx", "axxb");
        Stream<String> logins = characters().stream().flatMap(SpecialCharactersContract::around);
        return Stream.concat(decoys, logins)
                .map(SpecialCharactersContract::everywhere)
                .toList();
    }

    /** Somebody with the same text in each field; as an address only if it is ASCII, for not all storages take others. */
    private static TestPerson everywhere(String text) {
        TestPerson person = TestPerson.of(text).withCustomerId(text).withName(text, text);
        return text.chars().allMatch(c -> c < 0x80) ? person.withEmail(text) : person;
    }

    @Test
    default void aLoginIsFoundWhateverIsInIt() throws Exception {
        List<TestPerson> people = everybody();
        try (Probe probe = Probe.open(this, people)) {
            for (TestPerson person : people) {
                SourceRecord found = probe.found(person.login());
                assertThat(found.id()).isEqualTo(person.login());
                assertThat(found.fields().get(TestPerson.LAST_NAME)).containsExactly(person.lastName());
            }
        }
    }

    @Test
    default void everyCriterionTakesEveryCharacterLiterally() throws Exception {
        try (Probe probe = Probe.open(this, everybody())) {
            for (String c : characters()) {
                probe.agrees(new Criterion.Text(new SearchExpression.Word(TextPattern.exactly(c))));
                for (String text : around(c).toList()) {
                    for (Criterion criterion : exactly(text)) {
                        probe.agrees(criterion);
                    }
                }
            }
        }
    }

    @Test
    default void whatIsSpecialElsewhereFindsNobody() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john", "a"))) {
            List<String> questions = List.of(
                    "*",
                    "jo*",
                    "%",
                    "jo%",
                    "_ohn",
                    "(uid=*)",
                    "*)(uid=*",
                    "' OR 1=1 --",
                    "j\\6fhn",
                    "john)",
                    "${john}",
                    "\0",
                    "john\0",
                    "\0john",
                    "jo\0hn",
                    "\uD83D\uDE00",
                    "\uD83D");
            for (String question : questions) {
                assertThat(probe.find(question)).as("find('%s')", question).isEmpty();
                for (Criterion criterion : exactly(question)) {
                    assertThat(probe.ids(criterion))
                            .as("%s", Wording.of(criterion))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    default void aBlankAtTheEndOfAQuestionCounts() throws Exception {
        boolean folds = deviations().contains(Deviation.FOLDS_BLANKS);
        try (Probe probe = Probe.open(this, People.of("john", "a b"))) {
            for (String question : List.of("john ", " john", "a  b")) {
                assertThat(probe.find(question).isPresent())
                        .as("find('%s') finds 'john' or 'a b', as the storage folds blanks: %s", question, folds)
                        .isEqualTo(folds);
                assertThat(probe.ids(new Criterion.Ids(Set.of(question))).isEmpty())
                        .as("'%s'", question)
                        .isEqualTo(!folds);
            }
        }
    }

    @Test
    default void blanksAtTheEndsOfALoginArePartOfIt() throws Exception {
        boolean folds =
                deviations().contains(Deviation.FOLDS_BLANKS) || deviations().contains(Deviation.TRIMS_VALUES);
        List<String> logins = folds ? List.of("john") : List.of("john", "john ", " john", "jo hn", "jo  hn");
        try (Probe probe = Probe.open(this, People.of(logins.toArray(String[]::new)))) {
            for (String login : logins) {
                assertThat(probe.found(login).id()).isEqualTo(login);
                probe.agrees(new Criterion.Text(new SearchExpression.Word(TextPattern.exactly(login))));
            }
        }
    }
}
