package org.clientele.customer;

import java.util.List;

/**
 * A customer after a change, and what became of the customer users if the change gave the customer another ID.
 *
 * @param customer the customer as it is now
 * @param customerUsers one for each source of customer users, in the order of slots; empty if the customer ID is the same
 */
public record CustomerUpdate(Customer customer, List<MovedCustomerUsers> customerUsers) {

    public CustomerUpdate {
        customerUsers = List.copyOf(customerUsers);
    }

    /** How many customer users name the new customer ID in place of the former one. */
    public long moved() {
        return customerUsers.stream().mapToLong(MovedCustomerUsers::number).sum();
    }

    /** The sources in which somebody names the former customer ID still, or may do so. */
    public List<MovedCustomerUsers> left() {
        return customerUsers.stream()
                .filter(source -> source.rest() != MovedCustomerUsers.Rest.NONE)
                .toList();
    }
}
