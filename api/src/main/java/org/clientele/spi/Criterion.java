package org.clientele.spi;

import java.util.List;
import java.util.Set;
import org.clientele.Condition;

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

    /** What matches a text as {@link Text} says, of the customer users of a customer as {@link CustomerId} says. */
    record TextOfCustomer(Text text, CustomerId customer) implements Criterion {}

    /** Customer users with exactly this e-mail address; nothing in it is special, case does not matter. */
    record Email(String address) implements Criterion {}

    /**
     * The records that meet every condition, belong to one of the customers and are not excluded. The directory asks for
     * fields that the source's map has, for numbers where it has numbers, and never for a password; it asks for several
     * thousand values at once.
     *
     * @param conditions what {@link Condition} says of each; a pattern is read by {@link TextPattern#of}
     * @param customerIds customer IDs, compared as a whole and case as in searches; empty for any
     * @param excludedIds logins or customer IDs, compared as {@link DirectorySource#find} does
     */
    record Detailed(List<Condition> conditions, Set<String> customerIds, Set<String> excludedIds) implements Criterion {
        public Detailed {
            conditions = List.copyOf(conditions);
            customerIds = Set.copyOf(customerIds);
            excludedIds = Set.copyOf(excludedIds);
        }
    }
}
