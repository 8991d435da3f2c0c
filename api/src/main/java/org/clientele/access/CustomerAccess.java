package org.clientele.access;

import java.util.List;
import org.clientele.customer.Customer;

/**
 * That somebody has access to a customer's matters.
 *
 * @param customer the customer, who is valid
 * @param direct whether he acts for the customer
 * @param through the groups in which a customer that he acts for has {@code ro} or {@code rw} in the context
 *     {@link Context#OTHER_CUSTOMERS} and this one in the default context; empty where that context is not configured
 */
public record CustomerAccess(Customer customer, boolean direct, List<Group> through) {

    public CustomerAccess {
        through = List.copyOf(through);
    }
}
