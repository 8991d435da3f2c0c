package org.clientele.backend.db;

import org.clientele.spi.TextPattern;

/** Patterns as {@code LIKE} takes them. */
final class Likeness {
    private Likeness() {}

    /** The pattern; where any text at all is asked for, an empty one, which contains nothing, does not count. */
    static String of(TextPattern pattern, DatabaseFamily family) {
        String like = pattern.render(family::literal, "%");
        return like.equals("%") ? "_%" : like;
    }
}
