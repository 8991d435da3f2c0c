package org.clientele.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.clientele.access.Assignments;
import org.clientele.access.Holder;
import org.clientele.internal.Persons.Person;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredAssignments.RowChange;
import org.clientele.spi.store.StoredPermissions.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link Assignments}. */
@Component(service = Assignments.class)
public final class KeptAssignments implements Assignments {
    /** As many as one transaction of the store takes. */
    private static final int AT_ONCE = 200;

    private final Persons persons;
    private final CustomerDirectory customers;
    private final Holders holders;
    private final Memory memory;
    private final Audit audit;

    @Activate
    public KeptAssignments(
            @Reference CustomerUserDirectory customerUsers,
            @Reference CustomerDirectory customers,
            @Reference Memory memory) {
        this.persons = customerUsers.persons();
        this.customers = customers;
        this.holders = new Holders(persons, customers);
        this.memory = memory;
        this.audit = new Audit(memory);
    }

    @Override
    public Set<String> customers(String login) throws DirectoryException {
        Person person = persons.require(login);
        Set<String> named = CustomerUserDirectory.entry(person.hit()).customerIds();
        Set<String> keys = new HashSet<>();
        customers.existing(named).values().forEach(customer -> keys.add(customers.key(customer)));
        Set<String> all = new LinkedHashSet<>(named);
        assigned(person).stream()
                .filter(customer -> isAnother(customer, keys))
                .forEach(customer -> all.add(customer.customerId()));
        return all;
    }

    /** A customer who is being renamed has two keys. */
    private static boolean isAnother(CustomerReference customer, Set<String> keys) {
        return customer.pending().filter(to -> keys.contains(to.key())).isEmpty() && keys.add(customer.key());
    }

    @Override
    public Set<String> assigned(String login) throws DirectoryException {
        return assigned(persons.require(login)).stream()
                .map(CustomerReference::customerId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<CustomerReference> assigned(Person person) throws StoreUnavailableException {
        Optional<Long> reference = person.owner().map(Owner::id);
        return reference.isEmpty()
                ? List.of()
                : memory.look(s -> s.assignments().of(Set.of(reference.get())))
                        .getOrDefault(reference.get(), List.of());
    }

    @Override
    public Set<String> assignedTo(String customerId, Collection<String> logins) throws DirectoryException {
        Optional<Long> customer = holders.known(new Holder.Customer(customerId));
        Map<Holder, Long> references = holders.known(
                Kind.CUSTOMER_USER,
                logins.stream().map(Holder.CustomerUser::new).toList());
        if (customer.isEmpty() || references.isEmpty()) {
            return Set.of();
        }
        Set<Long> assigned =
                memory.look(s -> s.assignments().assignedTo(customer.get(), Set.copyOf(references.values())));
        return references.entrySet().stream()
                .filter(entry -> assigned.contains(entry.getValue()))
                .map(entry -> entry.getKey().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<Assignment> change(Collection<Assignment> changes, Actor actor) throws DirectoryException {
        if (changes.size() > MOST_CHANGES) {
            throw new InvalidInputException("changes", GivenPermissions.tooMany(MOST_CHANGES));
        }
        Map<RowChange, Assignment> asked = rows(changes);
        List<RowChange> rows = List.copyOf(asked.keySet());
        Set<Assignment> made = new LinkedHashSet<>();
        RecordedRows<RowChange> recorded = new RecordedRows<>(audit, actor, row -> {
            Assignment change = Objects.requireNonNull(asked.get(row));
            return RelationChange.assignment(change.login(), change.customerId(), change.active(), row.reference());
        });
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<RowChange> some = differing(rows.subList(from, Math.min(from + AT_ONCE, rows.size())));
            if (some.isEmpty()) {
                continue;
            }
            recorded.change(some, s -> s.assignments().change(some, MOST_CUSTOMERS, actor.name())).stream()
                    .map(asked::get)
                    .forEach(made::add);
        }
        return made;
    }

    /** Without those that change nothing. */
    private List<RowChange> differing(List<RowChange> rows) throws StoreUnavailableException {
        Set<Long> users = rows.stream().map(RowChange::reference).collect(Collectors.toSet());
        Map<Long, List<CustomerReference>> assigned =
                memory.look(s -> s.assignments().of(users));
        return rows.stream()
                .filter(row -> row.active()
                        != assigned.getOrDefault(row.reference(), List.of()).stream()
                                .anyMatch(customer -> customer.id() == row.customer()))
                .toList();
    }

    private Map<RowChange, Assignment> rows(Collection<Assignment> changes) throws DirectoryException {
        Map<String, Long> users = holders.requireCustomerUsers(
                changes.stream().map(Assignment::login).collect(Collectors.toSet()));
        Map<String, CustomerReference> references = holders.requireCustomers(
                changes.stream().map(Assignment::customerId).collect(Collectors.toSet()));
        Map<RowChange, Assignment> rows = new LinkedHashMap<>();
        for (Assignment change : changes) {
            long customer =
                    Objects.requireNonNull(references.get(change.customerId())).id();
            long user = Objects.requireNonNull(users.get(change.login()));
            rows.put(new RowChange(user, customer, change.active()), change);
        }
        return rows;
    }
}
