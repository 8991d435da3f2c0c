package org.clientele.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Permission;

/**
 * What is known about a valid customer user when his permissions are asked for.
 *
 * @param direct what was given to him, by the id of the group
 * @param customers the valid customers that he acts for, in the order of {@link org.clientele.access.Assignments#customers}
 */
record GrantFacts(Map<Long, Set<Permission>> direct, List<ActedFor> customers) {

    /**
     * A customer that somebody acts for.
     *
     * @param given what was given to the customer, by the id of the group
     */
    record ActedFor(String customerId, Map<Long, Set<Permission>> given) {}

    GrantFacts {
        direct = Map.copyOf(direct);
        customers = List.copyOf(customers);
    }
}
