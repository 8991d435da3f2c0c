package org.clientele.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A text with wildcards: literals with <i>any text</i> between each two of them. One literal alone stands for exactly that
 * text. Nothing inside a literal is special.
 *
 * @param literals at least one; {@code jo*n} is {@code ["jo", "n"]}, {@code *} is {@code ["", ""]}
 */
public record TextPattern(List<String> literals) {
    private static final char WILDCARD = '*';

    public TextPattern {
        if (literals.isEmpty()) {
            throw new IllegalArgumentException("A pattern has at least one literal");
        }
        literals = withoutRepeatedWildcards(literals);
    }

    /** The pattern for exactly {@code text}. */
    public static TextPattern exactly(String text) {
        return new TextPattern(List.of(text));
    }

    /** The pattern that {@code text} describes, {@code *} standing for any text. */
    public static TextPattern of(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(WILDCARD); at >= 0; at = text.indexOf(WILDCARD, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return new TextPattern(parts);
    }

    /** This pattern between a prefix and a suffix such as {@code *}. */
    public TextPattern between(String prefix, String suffix) {
        return of(prefix).then(this).then(of(suffix));
    }

    /** Whether this is one literal without any wildcard. */
    public boolean isExact() {
        return literals.size() == 1;
    }

    /**
     * The pattern in the language of a storage.
     *
     * @param escape how the storage writes a literal
     * @param wildcard how it writes <i>any text</i>, for example {@code %}
     */
    public String render(UnaryOperator<String> escape, String wildcard) {
        return literals.stream().map(escape).collect(Collectors.joining(wildcard));
    }

    private TextPattern then(TextPattern next) {
        List<String> joined = new ArrayList<>(literals);
        String seam = joined.remove(joined.size() - 1) + next.literals.get(0);
        joined.add(seam);
        joined.addAll(next.literals.subList(1, next.literals.size()));
        return new TextPattern(joined);
    }

    private static List<String> withoutRepeatedWildcards(List<String> literals) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < literals.size(); i++) {
            boolean inner = i > 0 && i < literals.size() - 1;
            if (!(inner && literals.get(i).isEmpty())) {
                kept.add(literals.get(i));
            }
        }
        return List.copyOf(kept);
    }
}
