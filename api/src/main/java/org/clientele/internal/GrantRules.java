package org.clientele.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.Validity;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Permission;
import org.clientele.access.Reason;
import org.clientele.internal.GrantFacts.ActedFor;
import org.clientele.spi.OrderKey;

/** The definition of effective permissions, see {@link org.clientele.access.EffectivePermissions}. It asks nobody. */
final class GrantRules {
    private final AccessRules rules;
    private final Set<String> always;
    private final Set<String> customerAlways;

    GrantRules(AccessRules rules) {
        this.rules = rules;
        this.always = keys(rules.alwaysGroups());
        this.customerAlways = keys(rules.customerAlwaysGroups());
    }

    /** The reasons by type for what a valid customer user may do in a group; without the types that he does not have. */
    Map<String, List<Reason>> reasons(Group group, GrantFacts facts) {
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        if (group.validity() == Validity.VALID) {
            for (String type : rules.types()) {
                List<Reason> some = reasons(group, type, facts);
                if (!some.isEmpty()) {
                    reasons.put(type, some);
                }
            }
        }
        return reasons;
    }

    /** Whether people may be members who have nothing to do with the group, neither by themselves nor through customers. */
    boolean concernsEverybody(Group group) {
        String key = OrderKey.of(group.name());
        return !rules.groupSupport() || always.contains(key) || customerAlways.contains(key);
    }

    /** The permissions of which any one gives a type in a context. */
    static Set<Permission> giving(Context context, String type) {
        return Stream.of(type, Permission.ALL)
                .map(one -> new Permission(context, one))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Reason> reasons(Group group, String type, GrantFacts facts) {
        if (!rules.groupSupport()) {
            return List.of(Reason.of(Reason.Kind.EVERYBODY));
        }
        List<Reason> reasons = new ArrayList<>();
        String key = OrderKey.of(group.name());
        if (has(facts.direct(), group, type)) {
            reasons.add(Reason.of(Reason.Kind.DIRECT));
        }
        facts.customers().stream()
                .filter(customer -> has(customer.given(), group, type))
                .forEach(customer -> reasons.add(through(Reason.Kind.CUSTOMER, customer)));
        if (always.contains(key)) {
            reasons.add(Reason.of(Reason.Kind.ALWAYS));
        }
        if (customerAlways.contains(key)) {
            facts.customers().forEach(customer -> reasons.add(through(Reason.Kind.CUSTOMER_ALWAYS, customer)));
        }
        return reasons;
    }

    private static boolean has(Map<Long, Set<Permission>> given, Group group, String type) {
        Set<Permission> giving = giving(Context.SAME_CUSTOMER, type);
        return given.getOrDefault(group.id(), Set.of()).stream().anyMatch(giving::contains);
    }

    private static Reason through(Reason.Kind kind, ActedFor customer) {
        return Reason.through(kind, customer.customerId());
    }

    private static Set<String> keys(Set<String> names) {
        return names.stream().map(OrderKey::of).collect(Collectors.toUnmodifiableSet());
    }
}
