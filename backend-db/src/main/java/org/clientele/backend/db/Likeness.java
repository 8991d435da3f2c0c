package org.clientele.backend.db;

import org.clientele.spi.TextPattern;

/** Patterns as {@code LIKE} takes them. */
final class Likeness {
    private Likeness() {}

    /** The pattern; where any text at all is asked for, an empty one, which contains nothing, does not count. */
    static String of(TextPattern pattern) {
        String like = pattern.render(Likeness::escaped, "%");
        return like.equals("%") ? "_%" : like;
    }

    private static String escaped(String literal) {
        return literal.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
