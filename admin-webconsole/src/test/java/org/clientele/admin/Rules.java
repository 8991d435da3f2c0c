package org.clientele.admin;

import java.util.List;
import java.util.Set;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;

/** What can be configured about permissions. */
final class Rules {
    private static final List<String> TYPES = List.of("ro", "rw");
    private static final Set<String> ALWAYS = Set.of("users");

    private Rules() {}

    static AccessRules shipped() {
        return new AccessRules(true, TYPES, List.of(Context.SAME_CUSTOMER), ALWAYS, ALWAYS);
    }

    static AccessRules withoutSupport() {
        return new AccessRules(false, TYPES, List.of(Context.SAME_CUSTOMER), ALWAYS, ALWAYS);
    }

    static AccessRules withOtherCustomers() {
        return new AccessRules(true, TYPES, List.of(Context.SAME_CUSTOMER, Context.OTHER_CUSTOMERS), ALWAYS, ALWAYS);
    }
}
