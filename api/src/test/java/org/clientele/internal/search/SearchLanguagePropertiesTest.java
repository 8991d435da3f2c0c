package org.clientele.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.InvalidInputException;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SearchExpression.And;
import org.clientele.spi.SearchExpression.Not;
import org.clientele.spi.SearchExpression.Or;
import org.clientele.spi.SearchExpression.Word;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;

class SearchLanguagePropertiesTest {
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "AND",
            "OR",
            "NOT",
            "and",
            "!",
            "!!",
            "+",
            "&&",
            "||",
            "&",
            "|",
            "(",
            ")",
            "((",
            "))",
            "\"",
            "\"\"",
            "*",
            "**",
            " ",
            "  ",
            "　",
            "%",
            "_",
            "\\",
            "'",
            "ü",
            "カス",
            "\uD83D\uDE00",
            "\uD83D",
            "\0",
            "\t",
            "<",
            "$");
    private static final int ROUNDS = 20_000;

    private final Random random = new Random(20_260_101);

    @Test
    void everyTextWithinTheLimitsParses() throws InvalidInputException {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(SearchParser.parse(text(40))).isNotNull();
        }
    }

    @Test
    void everyTextOfRandomCharactersParses() throws InvalidInputException {
        for (int round = 0; round < ROUNDS; round++) {
            String text = random.ints(50, 0, 0x500)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(SearchParser.parse(text)).isNotNull();
        }
    }

    @Test
    void aPrintedTextParsesToTheSameTree() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(40);
            Optional<SearchExpression> tree = tree(text);
            Optional<SearchExpression> again =
                    tree.map(SearchParser::print).flatMap(SearchLanguagePropertiesTest::tree);
            assertThat(again).as("%s", text).isEqualTo(tree);
        }
    }

    @Test
    void aPrintedTextIsPrintedTheSameAgain() {
        for (int round = 0; round < ROUNDS; round++) {
            String printed = SearchParser.print(expression(4));
            Optional<String> again = tree(printed).map(SearchParser::print);
            Optional<String> third =
                    again.flatMap(SearchLanguagePropertiesTest::tree).map(SearchParser::print);
            assertThat(third).as("%s", printed).isEqualTo(again);
        }
    }

    @Test
    void aPrintedTreeMatchesTheSameRecords() {
        int matches = 0;
        for (int round = 0; round < ROUNDS; round++) {
            SearchExpression expression = expression(4);
            String printed = SearchParser.print(expression);
            SearchExpression again = tree(printed).orElseThrow();
            for (int i = 0; i < 5; i++) {
                List<String> fields = record();
                boolean expected = matches(expression, fields);
                matches += expected ? 1 : 0;
                assertThat(matches(again, fields))
                        .as("%s on %s", printed, fields)
                        .isEqualTo(expected);
            }
        }
        assertThat(matches).as("both answers occur").isBetween(ROUNDS, 4 * ROUNDS);
    }

    private static Optional<SearchExpression> tree(String text) {
        return SearchParser.tree(Scanner.scan(text));
    }

    private String text(int pieces) {
        return IntStream.range(0, random.nextInt(pieces))
                .mapToObj(i -> pick(PIECES))
                .collect(Collectors.joining());
    }

    private SearchExpression expression(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 0, 1 -> new Word(pattern());
            case 2 -> new Not(expression(depth - 1));
            case 3 -> new And(operands(depth - 1));
            default -> new Or(operands(depth - 1));
        };
    }

    private List<SearchExpression> operands(int depth) {
        return Stream.generate(() -> expression(depth))
                .limit(2 + random.nextInt(2))
                .toList();
    }

    private TextPattern pattern() {
        List<String> literals =
                Stream.generate(this::literal).limit(1 + random.nextInt(3)).toList();
        return literals.equals(List.of("")) ? TextPattern.exactly("a") : new TextPattern(literals);
    }

    private String literal() {
        return random.nextInt(3) == 0 ? pick(PIECES) : pick(List.of("", "a", "b"));
    }

    private List<String> record() {
        return Stream.generate(() -> pick(List.of("", "a", "b", "ab", "AND", "a\"", "ü")) + pick(PIECES))
                .limit(3)
                .toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static boolean matches(SearchExpression expression, List<String> fields) {
        if (expression instanceof Word word) {
            Pattern pattern =
                    Pattern.compile("(?s)" + word.pattern().between("*", "*").render(literal -> quote(literal), ".*"));
            return fields.stream()
                    .anyMatch(field -> !field.isEmpty()
                            && pattern.matcher(field.toLowerCase(Locale.ROOT)).matches());
        }
        if (expression instanceof Not not) {
            return !matches(not.operand(), fields);
        }
        return expression instanceof And and
                ? and.operands().stream().allMatch(part -> matches(part, fields))
                : ((Or) expression).operands().stream().anyMatch(part -> matches(part, fields));
    }

    private static String quote(String literal) {
        return literal.isEmpty() ? "" : Pattern.quote(literal.toLowerCase(Locale.ROOT));
    }
}
