package org.clientele.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.clientele.InvalidInputException;
import org.clientele.spi.SearchExpression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchParserTest {

    /** The tree as the printer never writes it: every node in brackets with its kind, words between slashes. */
    private static String shape(String text) throws InvalidInputException {
        return SearchParser.parse(text).map(Shape::of).orElse("everything");
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            value = {
                "john § /john/",
                "john doe § and[/john/ /doe/]",
                "john+doe § and[/john/ /doe/]",
                "john&&doe § and[/john/ /doe/]",
                "john AND doe § and[/john/ /doe/]",
                "john||doe § or[/john/ /doe/]",
                "john OR doe § or[/john/ /doe/]",
                "a b OR c d § or[and[/a/ /b/] and[/c/ /d/]]",
                "a (b OR c) d § and[/a/ or[/b/ /c/] /d/]",
                "(a b) c § and[/a/ /b/ /c/]",
                "a OR (b OR c) § or[/a/ /b/ /c/]",
                "!john § not[/john/]",
                "NOT john § not[/john/]",
                "! john § not[/john/]",
                "!!john § /john/",
                "!!!john § not[/john/]",
                "!(a b) c § and[not[and[/a/ /b/]] /c/]",
                "NOT(a)b § and[not[/a/] /b/]",
                "!a OR b § or[not[/a/] /b/]",
                "hello! § /hello!/",
                "a!b § /a!b/",
                "(a)!b § and[/a/ not[/b/]]",
                "and or not And § and[/and/ /or/ /not/ /And/]",
                "ANDREA ORLY NOTE § and[/ANDREA/ /ORLY/ /NOTE/]",
                "\"AND\" § /AND/",
                "AND* § /AND/*//",
                "\"john doe\" § /john doe/",
                "\"a+b (c) !d *e AND\" § /a+b (c) !d *e AND/",
                "\"say \"\"hi\"\"\" § /say \"hi\"/",
                "\"\"\"\" § /\"/",
                "jo*n § /jo/*/n/",
                "* § //*//",
                "** § //*//",
                "jo\"*\"hn* § /jo*hn/*//",
                "\"john d\"* § /john d/*//",
                "x\"a b\"y § /xa by/",
                "c++ § /c/",
                "\"c++\" § /c++/",
                "R&D § /R&D/",
                "a&b|c § /a&b|c/",
                "john+doe@example.com § and[/john/ /doe@example.com/]",
                "100% _x \\ § and[/100%/ /_x/ /\\/]",
                "O'Brien § /O'Brien/",
                "' OR 1=1 -- § or[/'/ and[/1=1/ /--/]]",
                "*)(uid=* § //*/)(uid=/*//",
                "カス　ünal § and[/カス/ /ünal/]",
                "\uD83D\uDE00 § /\uD83D\uDE00/",
                "a AND OR b § or[/a/ /b/]",
                "a OR AND b § or[/a/ /b/]",
                "OR a § /a/",
                "a OR § /a/",
                "a ! § /a/",
                "a && || § /a/",
                "! OR a § /a/",
                "! + a § /a/",
                "!() a § /a/",
                "!\"\" a § /a/",
                "a () b § and[/a/ /b/]",
                "foo() § /foo/",
                "f(x) § and[/f/ /x/]",
                "( § /(/",
                ") § /)/",
                ")( § /)(/",
                "((a) § and[/(/ /a/]",
                "(a)) § and[/a/ /)/]",
                "a) OR b § or[/a)/ /b/]",
                "\" § /\"/",
                "5\" disk § and[/5\"/ /disk/]",
                "\"a b\" c\" § and[/a b/ /c\"/]",
                "(\"a)\" b) § and[/a)/ /b/]",
                "a\u00A0b § and[/a/ /b/]",
                "x\"y <z> § and[/x\"y/ /<z>/]",
                "${a} § /${a}/",
            })
    void meaning(String text, String expected) throws InvalidInputException {
        assertThat(shape(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{0}] means everything")
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "+",
                "&&",
                "||",
                "!",
                "!!",
                "AND",
                "OR NOT AND",
                "()",
                "(()())",
                "(!)",
                "\"\"",
                "!\"\""
            })
    void nothingToSearchForMeansEverything(String text) throws InvalidInputException {
        assertThat(SearchParser.parse(text)).isEmpty();
    }

    @Test
    void aThousandCharactersAreAWord() throws InvalidInputException {
        String word = "\uD83D\uDE00".repeat(1000);
        assertThat(shape(word)).isEqualTo("/" + word + "/");
    }

    @Test
    void moreCharactersGetAMessageThatSaysWhatToDo() {
        assertThatThrownBy(() -> SearchParser.parse("a".repeat(1001)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.messages())
                                .containsExactlyEntriesOf(Map.of(
                                        "search", "The search has 1001 characters; shorten it to at most 1000.")));
    }

    @Test
    void sixtyFourWordsAreAccepted() throws InvalidInputException {
        Optional<SearchExpression> tree = SearchParser.parse("a ".repeat(64));
        assertThat(tree)
                .hasValueSatisfying(and ->
                        assertThat(((SearchExpression.And) and).operands()).hasSize(64));
    }

    @Test
    void moreWordsGetAMessageThatSaysWhatToDo() {
        assertThatThrownBy(() -> SearchParser.parse("a||".repeat(65)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("65 words")
                .hasMessageContaining("leave some out");
    }

    @Test
    void parenthesesMayBeNestedAsDeeplyAsTheyAreLong() throws InvalidInputException {
        assertThat(shape("(".repeat(1000))).isEqualTo("/" + "(".repeat(1000) + "/");
        assertThat(shape("(".repeat(499) + "a" + ")".repeat(499))).isEqualTo("/a/");
        assertThat(shape("!(".repeat(333) + "a" + ")".repeat(333))).isEqualTo("not[/a/]");
        assertThat(SearchParser.parse("!".repeat(1000))).isEmpty();
    }

    @ParameterizedTest(name = "{0} is printed {1}")
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            value = {
                "a+b&&c AND d § a b c d",
                "a||b OR c § a OR b OR c",
                "(a) (b||c) § a (b OR c)",
                "NOT(a b) § !(a b)",
                "NOT \"x y\" § !\"x y\"",
                "( § \"(\"",
                "hi! § \"hi!\"",
                "jo\"*\"hn* § \"jo*hn\"*",
                "\"AND\" § \"AND\"",
                "5\" § \"5\"\"\"",
                "\"plain\" § plain",
            })
    void printing(String text, String expected) throws InvalidInputException {
        assertThat(SearchParser.print(SearchParser.parse(text).orElseThrow())).isEqualTo(expected);
    }
}
