package org.clientele.spi;

import java.util.List;

/**
 * A free-text search as a tree, the same for all back ends. Text is compared without regard to case (unless the source's
 * {@link SearchSettings#caseSensitive} says otherwise), with regard to accents and blanks; an empty or missing field contains
 * nothing, so a negated word matches it.
 */
public sealed interface SearchExpression {

    /** One word or phrase: matches if any search field matches the pattern with the source's prefix and suffix around it. */
    record Word(TextPattern pattern) implements SearchExpression {}

    /** Matches what the operand does not match. */
    record Not(SearchExpression operand) implements SearchExpression {}

    /** Matches what all operands match, each perhaps in another field. At least two operands. */
    record And(List<SearchExpression> operands) implements SearchExpression {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** Matches what any operand matches. At least two operands. */
    record Or(List<SearchExpression> operands) implements SearchExpression {
        public Or {
            operands = List.copyOf(operands);
        }
    }
}
