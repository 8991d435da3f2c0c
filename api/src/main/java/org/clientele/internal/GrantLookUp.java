package org.clientele.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.SourceUnavailableException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Permission;
import org.clientele.customer.Customer;
import org.clientele.internal.GrantFacts.ActedFor;
import org.clientele.internal.Persons.Person;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredPermissions.Kind;
import org.clientele.spi.store.StoredPermissions.Row;

/**
 * Looks up what {@link GrantRules} needs to know about some people, all at once: the number of statements does not grow with
 * the people, their customers or the groups, up to 500 of each.
 */
final class GrantLookUp {
    private final CustomerDirectory customers;
    private final Memory memory;

    GrantLookUp(CustomerDirectory customers, Memory memory) {
        this.customers = customers;
        this.memory = memory;
    }

    /** The facts about each person, in their order. */
    Map<Person, GrantFacts> facts(Collection<Person> persons)
            throws SourceUnavailableException, StoreUnavailableException {
        Set<Long> references = persons.stream()
                .flatMap(person -> person.owner().stream())
                .map(Owner::id)
                .collect(Collectors.toSet());
        Map<Long, List<CustomerReference>> assigned = references.isEmpty()
                ? Map.of()
                : memory.look(s -> s.assignments().of(references));
        Map<Long, Map<Long, Set<Permission>>> direct = given(Kind.CUSTOMER_USER, references);
        Map<Person, Set<String>> named = new LinkedHashMap<>();
        persons.forEach(person -> named.put(person, named(person, assigned)));
        Map<String, Customer> valid = validCustomers(named.values());
        Map<String, Map<Long, Set<Permission>>> byKey = givenToCustomers(valid.values());
        Map<Person, GrantFacts> facts = new LinkedHashMap<>();
        named.forEach((person, customerIds) -> facts.put(
                person,
                new GrantFacts(
                        person.owner()
                                .map(owner -> direct.getOrDefault(owner.id(), Map.of()))
                                .orElse(Map.of()),
                        actedFor(customerIds, valid, byKey))));
        return facts;
    }

    /** What the customers have been given, by key and group; one without permission is missing. */
    Map<String, Map<Long, Set<Permission>>> givenToCustomers(Collection<Customer> some)
            throws StoreUnavailableException {
        Map<String, CustomerReference> references = customers.references(some);
        Set<Long> ids = references.values().stream().map(CustomerReference::id).collect(Collectors.toSet());
        Map<Long, Map<Long, Set<Permission>>> given = given(Kind.CUSTOMER, ids);
        Map<String, Map<Long, Set<Permission>>> byKey = new LinkedHashMap<>();
        references.forEach((key, reference) -> byKey.put(key, given.getOrDefault(reference.id(), Map.of())));
        return byKey;
    }

    private Map<Long, Map<Long, Set<Permission>>> given(Kind kind, Set<Long> references)
            throws StoreUnavailableException {
        if (references.isEmpty()) {
            return Map.of();
        }
        return memory.look(s -> s.permissions().of(kind, references)).stream()
                .collect(Collectors.groupingBy(
                        Row::reference,
                        Collectors.groupingBy(
                                Row::group, Collectors.mapping(Row::permission, Collectors.toUnmodifiableSet()))));
    }

    /** The customers that the person's record names, then those that were assigned to him. */
    private static Set<String> named(Person person, Map<Long, List<CustomerReference>> assigned) {
        Set<String> named =
                new LinkedHashSet<>(CustomerUserDirectory.entry(person.hit()).customerIds());
        person.owner()
                .ifPresent(owner -> assigned.getOrDefault(owner.id(), List.of())
                        .forEach(customer -> named.addAll(customer.customerIds())));
        return named;
    }

    private Map<String, Customer> validCustomers(Collection<Set<String>> named)
            throws SourceUnavailableException, StoreUnavailableException {
        Set<String> all = new HashSet<>();
        named.forEach(all::addAll);
        Map<String, Customer> existing = new LinkedHashMap<>(customers.existing(all));
        existing.values().removeIf(customer -> customer.validity() != Validity.VALID);
        return existing;
    }

    /** Each customer once, however often and in whatever case it is named. */
    private List<ActedFor> actedFor(
            Set<String> customerIds, Map<String, Customer> valid, Map<String, Map<Long, Set<Permission>>> givenByKey) {
        Set<String> seen = new HashSet<>();
        List<ActedFor> actedFor = new ArrayList<>();
        for (String customerId : customerIds) {
            Customer customer = valid.get(customerId);
            if (customer != null && seen.add(customers.key(customer))) {
                String key = customers.key(customer);
                actedFor.add(new ActedFor(customer.customerId(), givenByKey.getOrDefault(key, Map.of())));
            }
        }
        return actedFor;
    }
}
