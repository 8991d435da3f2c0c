package org.clientele.spi;

import java.util.Set;

/** Which records a query is after. */
public sealed interface Criterion {

    /** Every record. */
    Criterion ALL = new All();

    /** Every record. */
    record All() implements Criterion {}

    /**
     * Free text over the source's search fields. Each {@link SearchExpression.Word} gets the source's prefix and suffix and
     * matches if any search field has it.
     */
    record Text(SearchExpression expression) implements Criterion {}

    /** The records with exactly these logins or customer IDs, compared as {@link DirectorySource#find} does. */
    record Ids(Set<String> ids) implements Criterion {
        public Ids {
            ids = Set.copyOf(ids);
        }
    }

    /** Customer users whose customer ID matches the pattern as a whole; case as in searches. */
    record CustomerId(TextPattern pattern) implements Criterion {}

    /** Customer users with exactly this e-mail address; nothing in it is special, case does not matter. */
    record Email(String address) implements Criterion {}
}
