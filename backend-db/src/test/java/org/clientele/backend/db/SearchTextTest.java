package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.clientele.backend.db.SearchText.Use;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
    private static final String SEPARATOR = "\u001F";

    @ParameterizedTest
    @CsvSource({
        "*smith*,TEXT",
        "smi*,TEXT_AND_FIELDS",
        "*ith,TEXT_AND_FIELDS",
        "smith,TEXT_AND_FIELDS",
        "*O'Brien*,TEXT",
        "*Ünal*,TEXT",
        "*jo*smith*,TEXT_AND_FIELDS",
        "jo*n,TEXT_AND_FIELDS"
    })
    void onlyOneLiteralAnywhereIsLookedForInTheTextAlone(String pattern, Use use) {
        assertThat(SearchText.use(TextPattern.of(pattern))).isEqualTo(use);
    }

    @Test
    void aPatternWithASeparatorInItIsLookedForInTheFieldsToo() {
        assertThat(SearchText.use(TextPattern.of("*doe" + SEPARATOR + "acme*"))).isEqualTo(Use.TEXT_AND_FIELDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*sm*", "*%*", "*カス*", "*a-b-c*", ""})
    void aPatternWithoutATrigramIsLookedForInTheFields(String pattern) {
        assertThat(SearchText.use(TextPattern.of(pattern))).isEqualTo(Use.FIELDS);
    }

    @Test
    void whereAFieldBeginsOneLetterIsEnough() {
        assertThat(SearchText.use(TextPattern.of("s*"))).isEqualTo(Use.TEXT_AND_FIELDS);
        assertThat(SearchText.use(TextPattern.of("*s*"))).isEqualTo(Use.FIELDS);
    }

    @Test
    void anEndOfThePatternIsAnEndOfAField() {
        assertThat(SearchText.within(TextPattern.of("*x*")).literals()).containsExactly("", "x", "");
        assertThat(SearchText.within(TextPattern.of("x*")).literals()).containsExactly("", SEPARATOR + "x", "");
        assertThat(SearchText.within(TextPattern.of("*x")).literals()).containsExactly("", "x" + SEPARATOR, "");
        assertThat(SearchText.within(TextPattern.of("x")).literals())
                .containsExactly("", SEPARATOR + "x" + SEPARATOR, "");
        assertThat(SearchText.within(TextPattern.of("x*y")).literals())
                .containsExactly("", SEPARATOR + "x", "y" + SEPARATOR, "");
    }

    @Test
    void namesAreQuotedAndMissingValuesAreEmpty() {
        SearchText text = new SearchText(List.of(column("a\"b", false), column("c", true)));

        assertThat(text.sql())
                .isEqualTo("(lower(chr(31) || \"a\"\"b\" || chr(31) || coalesce(\"c\", '') || chr(31)) collate \"C\")");
    }

    private static Column column(String name, boolean nullable) {
        return new Column(name, ColumnKind.TEXT, OptionalInt.empty(), Optional.empty(), nullable, false, "", "");
    }
}
