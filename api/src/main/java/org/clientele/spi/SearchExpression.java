package org.clientele.spi;

import java.util.List;

/**
 * A free-text search as a tree, the same for all back ends. Text is compared without regard to case (unless the source's
 * {@link SearchSettings#caseSensitive} says otherwise), with regard to accents and blanks; an empty or missing field contains
 * nothing: no pattern matches it, not even {@code *}, and a negated word does.
 */
public sealed interface SearchExpression {

    /**
     * One word or phrase: matches if any search field matches the pattern with the source's prefix and suffix around it. Not
     * the empty text.
     */
    record Word(TextPattern pattern) implements SearchExpression {
        public Word {
            if (pattern.isExact() && pattern.literals().get(0).isEmpty()) {
                throw new IllegalArgumentException("A word has at least one character");
            }
        }
    }

    /** Matches what the operand does not match. */
    record Not(SearchExpression operand) implements SearchExpression {}

    /** Matches what all operands match, each perhaps in another field. At least two operands. */
    record And(List<SearchExpression> operands) implements SearchExpression {
        public And {
            operands = atLeastTwo(operands);
        }
    }

    /** Matches what any operand matches. At least two operands. */
    record Or(List<SearchExpression> operands) implements SearchExpression {
        public Or {
            operands = atLeastTwo(operands);
        }
    }

    private static List<SearchExpression> atLeastTwo(List<SearchExpression> operands) {
        if (operands.size() < 2) {
            throw new IllegalArgumentException("And and or have at least two operands");
        }
        return List.copyOf(operands);
    }
}
