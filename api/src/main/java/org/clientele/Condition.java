package org.clientele;

import java.util.Set;

/**
 * A condition on one field of a record. Text is compared as a whole, case as in searches, with regard to accents and blanks.
 * A field with several values meets a condition if one of them does.
 *
 * <p>All fields have {@link OneOf} and {@link Empty}, texts have {@link Like}, whole numbers {@link Compare}. No condition
 * reaches a password.
 */
public sealed interface Condition {

    /** The variable of the field, for example {@code UserCity}. */
    String variable();

    /**
     * The field has one of these values; nothing in them is special.
     *
     * @param values at least one, none empty; of a field with selections only those values
     */
    record OneOf(String variable, Set<String> values) implements Condition {
        public OneOf {
            values = Set.copyOf(values);
        }

        /** The field has exactly this value. */
        public static OneOf equal(String variable, String value) {
            return new OneOf(variable, Set.of(value));
        }
    }

    /**
     * The field matches one of these patterns as a whole. An empty field matches none.
     *
     * @param patterns 1 to 64, none empty; {@code *} stands for any text
     */
    record Like(String variable, Set<String> patterns) implements Condition {
        public Like {
            patterns = Set.copyOf(patterns);
        }
    }

    /**
     * The field has no value, or has one.
     *
     * @param empty whether it has none
     */
    record Empty(String variable, boolean empty) implements Condition {}

    /** The field has a number that compares so with {@code bound}; an empty field does not. */
    record Compare(String variable, Comparison comparison, long bound) implements Condition {}

    /** How a number compares with a bound. */
    enum Comparison {
        LESS,
        AT_MOST,
        AT_LEAST,
        GREATER;

        /** Whether {@code number} compares so with {@code bound}. */
        public boolean holds(long number, long bound) {
            return switch (this) {
                case LESS -> number < bound;
                case AT_MOST -> number <= bound;
                case AT_LEAST -> number >= bound;
                case GREATER -> number > bound;
            };
        }
    }
}
