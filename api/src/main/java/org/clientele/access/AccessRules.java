package org.clientele.access;

import java.util.List;
import java.util.Set;

/**
 * What is configured about permissions, in {@code org.clientele.directory}.
 *
 * @param groupSupport whether groups matter at all; while they do not, everybody has every permission in every valid group
 * @param types the permission types in the order of screens; {@code rw} is the last of them and implies all others
 * @param contexts the contexts of customers' permissions; {@link Context#SAME_CUSTOMER} is the first of them
 * @param alwaysGroups names of the groups in which every valid customer user has every permission
 * @param customerAlwaysGroups names of the groups in which every valid customer has every permission in the default context
 */
public record AccessRules(
        boolean groupSupport,
        List<String> types,
        List<Context> contexts,
        Set<String> alwaysGroups,
        Set<String> customerAlwaysGroups) {

    public AccessRules {
        types = List.copyOf(types);
        contexts = List.copyOf(contexts);
        alwaysGroups = Set.copyOf(alwaysGroups);
        customerAlwaysGroups = Set.copyOf(customerAlwaysGroups);
    }
}
