package org.clientele;

import java.util.List;
import java.util.Set;

/** What is searched for. Only {@link Text}, {@link TextOfCustomer}, {@link CustomerId} and {@link Condition.Like} give a character a meaning. */
public sealed interface Search {

    /** Everything. */
    Search ALL = new Text("");

    /**
     * Free text over the search fields of each source.
     *
     * @param text in the directory's search language, at most 1,000 characters and 64 words; what names nothing, such as the
     *     empty text, finds everything
     */
    record Text(String text) implements Search {}

    /**
     * The record with exactly this login (a customer: customer ID), compared as {@link Directory#find} does.
     *
     * @param id not empty, at most 1,000 characters
     */
    record Id(String id) implements Search {}

    /**
     * What belongs to the customers whose customer ID matches as a whole, case as in searches; in the directory of customers
     * those customers.
     *
     * @param pattern {@code *} stands for any text; not empty, at most 1,000 characters
     */
    record CustomerId(String pattern) implements Search {}

    /**
     * As {@link CustomerId}, with a customer ID in which nothing is special, {@code *} included.
     *
     * @param customerId not empty, at most 1,000 characters
     */
    record CustomerIdRaw(String customerId) implements Search {}

    /**
     * What {@link Text} finds among what belongs to one customer, as {@link CustomerIdRaw} says.
     *
     * @param text as in {@link Text}; what names nothing finds everything of the customer
     * @param customerId not empty, at most 1,000 characters; nothing in it is special
     */
    record TextOfCustomer(String text, String customerId) implements Search {}

    /**
     * Customer users with exactly this e-mail address in one of their source's {@code postMasterSearchFields}; case does not
     * matter, nothing is special.
     *
     * @param address not empty, at most 1,000 characters
     */
    record Email(String address) implements Search {}

    /**
     * Records that meet every condition. A source without one of the fields takes no part and says so in its report.
     *
     * @param conditions at most 64, all of which hold; none for every record
     * @param customerIds if there are any, only what belongs to one of these customers; none is empty, nothing in them is
     *     special
     * @param excludedIds records with these logins (customers: customer IDs) are left out; none is empty
     */
    record Detailed(List<Condition> conditions, Set<String> customerIds, Set<String> excludedIds) implements Search {
        public Detailed {
            conditions = List.copyOf(conditions);
            customerIds = Set.copyOf(customerIds);
            excludedIds = Set.copyOf(excludedIds);
        }

        /** A search by conditions on fields alone. */
        public static Detailed of(Condition... conditions) {
            return new Detailed(List.of(conditions), Set.of(), Set.of());
        }
    }
}
