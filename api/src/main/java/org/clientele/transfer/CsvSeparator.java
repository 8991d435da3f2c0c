package org.clientele.transfer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between the cells of a CSV file. */
public enum CsvSeparator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private static final List<CsvSeparator> ALL = List.of(values());

    private final char character;

    CsvSeparator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /** The word by which screens and commands name it, for example {@code semicolon}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The separator of that {@link #key}. */
    public static Optional<CsvSeparator> of(String key) {
        return ALL.stream().filter(separator -> separator.key().equals(key)).findFirst();
    }

    /** The one that a heading has most of, outside of quotes; the comma if it has none. */
    static CsvSeparator mostIn(String heading) {
        String bare = heading.replaceAll("\"[^\"]*\"", "");
        return Stream.of(values())
                .max(Comparator.<CsvSeparator>comparingLong(separator -> separator.countIn(bare))
                        .thenComparing(Comparator.<CsvSeparator>naturalOrder().reversed()))
                .orElse(COMMA);
    }

    private long countIn(String text) {
        return text.chars().filter(c -> c == character).count();
    }
}
