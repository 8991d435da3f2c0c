package org.clientele.backend.ldap;

import java.util.List;
import java.util.function.Predicate;
import org.clientele.spi.OrderKey;
import org.clientele.spi.TextPattern;

/** Compares text as the directory does: exactly, or without regard to case; accents and blanks always count. */
final class TextMatch {
    private final boolean caseSensitive;

    TextMatch(boolean caseSensitive) {
        this.caseSensitive = caseSensitive;
    }

    /** What two texts have in common if they count as the same. */
    String fold(String text) {
        return caseSensitive ? text : OrderKey.of(text);
    }

    boolean same(String left, String right) {
        return fold(left).equals(fold(right));
    }

    /** Whether the pattern matches a text as a whole. No text is matched by nothing. */
    Predicate<String> matching(TextPattern pattern) {
        List<String> literals = pattern.literals().stream().map(this::fold).toList();
        if (pattern.isExact()) {
            return text -> fold(text).equals(literals.get(0));
        }
        return text -> matches(literals, fold(text));
    }

    /** Greedy: the earliest place of each literal leaves most to the following ones. */
    private static boolean matches(List<String> literals, String text) {
        String first = literals.get(0);
        String last = literals.get(literals.size() - 1);
        if (!text.startsWith(first)) {
            return false;
        }
        int from = first.length();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int at = text.indexOf(literal, from);
            if (at < 0) {
                return false;
            }
            from = at + literal.length();
        }
        return text.length() - from >= last.length() && text.endsWith(last);
    }
}
