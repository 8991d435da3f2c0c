package org.clientele.backend.db;

import java.util.List;
import org.clientele.spi.TextPattern;

/** What an index makes of a pattern: texts with a common beginning are neighbours in the order of keys. */
final class Prefix {
    private Prefix() {}

    /** Whether the pattern stands for all texts with one beginning. */
    static boolean is(TextPattern pattern) {
        List<String> literals = pattern.literals();
        return literals.size() == 2
                && !literals.get(0).isEmpty()
                && literals.get(1).isEmpty();
    }

    /** A text before all of them, or the first, and one behind all of them. */
    static List<String> bounds(TextPattern pattern, DatabaseFamily family) {
        String beginning = pattern.literals().get(0);
        return List.of(beginning, beginning + family.lastCharacter());
    }
}
