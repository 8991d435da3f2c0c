package org.clientele.testkit;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.TextPattern;

/** Search trees over what {@link People} are called. */
final class RandomSearches {
    private static final List<String> TEXTS = List.of(
            "a",
            "B",
            "john",
            "mary ann",
            "ünal",
            "Ünal",
            "カ",
            "カス",
            "O'Brien",
            "smith",
            "%",
            "_",
            "\\",
            "(",
            ")",
            "*",
            "&",
            "+",
            "\"",
            "${a}",
            "<z>",
            "100%",
            "a_",
            "example",
            "e.com",
            "\uD83D\uDE00",
            "\uFD3E",
            "{",
            "0",
            "-",
            ".");
    private static final int DEPTH = 4;

    private final Random random;

    RandomSearches(Random random) {
        this.random = random;
    }

    SearchExpression next() {
        return next(DEPTH);
    }

    private SearchExpression next(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 0, 1 -> new SearchExpression.Word(pattern());
            case 2, 3 -> new SearchExpression.Not(next(depth - 1));
            case 4 -> new SearchExpression.And(operands(depth - 1));
            default -> new SearchExpression.Or(operands(depth - 1));
        };
    }

    private List<SearchExpression> operands(int depth) {
        return Stream.generate(() -> next(depth)).limit(2 + random.nextInt(2)).toList();
    }

    private TextPattern pattern() {
        TextPattern exact = TextPattern.exactly(text());
        return switch (random.nextInt(4)) {
            case 0 -> exact.between("*", "");
            case 1 -> new TextPattern(List.of(text(), text()));
            default -> exact;
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
