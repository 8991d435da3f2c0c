package org.clientele.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.SourceUnavailableException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.CustomerAccess;
import org.clientele.access.Group;
import org.clientele.access.Permission;
import org.clientele.internal.GrantFacts.ActedFor;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.StoredPermissions.Kind;
import org.clientele.spi.store.StoredPermissions.Row;

/** To which customers' matters somebody has access: those that he acts for, and others that share a group with them. */
final class CustomerReach {
    private static final String READING = "ro";

    private final CustomerDirectory customers;
    private final Memory memory;
    private final AccessRules rules;

    CustomerReach(CustomerDirectory customers, Memory memory, AccessRules rules) {
        this.customers = customers;
        this.memory = memory;
        this.rules = rules;
    }

    List<CustomerAccess> of(GrantFacts facts, List<Group> groups)
            throws SourceUnavailableException, StoreUnavailableException {
        Set<String> own = facts.customers().stream().map(ActedFor::customerId).collect(Collectors.toSet());
        Map<String, Set<Long>> shared = shared(open(facts, groups));
        Set<String> ids = new HashSet<>(own);
        ids.addAll(shared.keySet());
        Map<String, CustomerAccess> byKey = new TreeMap<>(OrderKey.COMPARATOR);
        customers.existing(ids).forEach((customerId, customer) -> {
            Set<Long> through = shared.getOrDefault(customerId, Set.of());
            List<Group> some = groups.stream()
                    .filter(group -> through.contains(group.id()))
                    .toList();
            byKey.merge(
                    customers.key(customer),
                    new CustomerAccess(customer, own.contains(customerId), some),
                    CustomerReach::joined);
        });
        return byKey.values().stream()
                .filter(access -> access.customer().validity() == Validity.VALID)
                .toList();
    }

    /** The same customer, named in two ways. */
    private static CustomerAccess joined(CustomerAccess one, CustomerAccess other) {
        List<Group> through = Stream.concat(one.through().stream(), other.through().stream())
                .distinct()
                .toList();
        return new CustomerAccess(one.customer(), one.direct() || other.direct(), through);
    }

    /** The valid groups in which a customer that he acts for may see what belongs to others. */
    private Set<Long> open(GrantFacts facts, List<Group> groups) {
        if (!rules.groupSupport() || !rules.contexts().contains(Context.OTHER_CUSTOMERS)) {
            return Set.of();
        }
        return groups.stream()
                .filter(group -> group.validity() == Validity.VALID)
                .map(Group::id)
                .filter(group -> facts.customers().stream().anyMatch(customer -> mayReadOthers(customer, group)))
                .collect(Collectors.toSet());
    }

    /** The groups among these in which customers have access to what is their own, by customer ID. */
    private Map<String, Set<Long>> shared(Set<Long> open) throws StoreUnavailableException {
        if (open.isEmpty()) {
            return Map.of();
        }
        Set<Permission> reading = GrantRules.giving(Context.SAME_CUSTOMER, READING);
        List<CustomerReference> found = memory.look(s -> s.permissions().customersWith(open, reading));
        Set<Long> references = found.stream().map(CustomerReference::id).collect(Collectors.toSet());
        List<Row> rows = references.isEmpty()
                ? List.of()
                : memory.look(s -> s.permissions().of(Kind.CUSTOMER, references));
        Map<Long, Set<Long>> byReference = rows.stream()
                .filter(row -> reading.contains(row.permission()) && open.contains(row.group()))
                .collect(Collectors.groupingBy(Row::reference, Collectors.mapping(Row::group, Collectors.toSet())));
        return found.stream()
                .collect(Collectors.toMap(
                        CustomerReference::customerId, one -> byReference.getOrDefault(one.id(), Set.of())));
    }

    private static boolean mayReadOthers(ActedFor customer, long group) {
        Set<Permission> giving = GrantRules.giving(Context.OTHER_CUSTOMERS, READING);
        return customer.given().getOrDefault(group, Set.of()).stream().anyMatch(giving::contains);
    }
}
