package org.clientele.internal.search;

import org.clientele.spi.TextPattern;

/** What a search text is made of. */
sealed interface Token {

    /** A word or phrase. */
    record Term(TextPattern pattern) implements Token {}

    /** Everything that is not a word. */
    enum Sign implements Token {
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE
    }
}
