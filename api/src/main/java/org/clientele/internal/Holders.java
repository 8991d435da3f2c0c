package org.clientele.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.access.Holder;
import org.clientele.customer.Customer;
import org.clientele.internal.Persons.Person;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredPermissions.Kind;

/** The references on which hangs what customer users and customers were given. Only who exists gets one. */
final class Holders {
    private final Persons persons;
    private final CustomerDirectory customers;

    Holders(Persons persons, CustomerDirectory customers) {
        this.persons = persons;
        this.customers = customers;
    }

    static Kind kind(Holder holder) {
        return holder instanceof Holder.CustomerUser ? Kind.CUSTOMER_USER : Kind.CUSTOMER;
    }

    /** The reference of a holder who has to exist; empty while nothing hangs on him. */
    Optional<Long> known(Holder holder) throws DirectoryException {
        if (holder instanceof Holder.CustomerUser user) {
            return persons.require(user.login()).owner().map(Owner::id);
        }
        return Optional.ofNullable(
                knownCustomers(requireExisting(List.of(holder.id()))).get(holder.id()));
    }

    /** The references of those who have one; who has none, does not exist or is another person than before is missing. */
    Map<Holder, Long> known(Kind kind, Collection<? extends Holder> holders) throws DirectoryException {
        List<String> ids = holders.stream().map(Holder::id).toList();
        Map<String, Long> byId = new HashMap<>();
        if (kind == Kind.CUSTOMER_USER) {
            persons.existing(ids)
                    .forEach((login, person) -> person.owner().ifPresent(owner -> byId.put(login, owner.id())));
        } else {
            byId.putAll(knownCustomers(customers.existing(ids)));
        }
        Map<Holder, Long> known = new LinkedHashMap<>();
        for (Holder holder : holders) {
            Long reference = byId.get(holder.id());
            if (reference != null) {
                known.put(holder, reference);
            }
        }
        return known;
    }

    /** The references of customer users who have to exist, by login as given; made where there are none. */
    Map<String, Long> requireCustomerUsers(Collection<String> logins) throws DirectoryException {
        Map<String, Person> existing = persons.existing(logins);
        Map<String, Person> required = new LinkedHashMap<>();
        for (String login : logins) {
            Person person = existing.get(login);
            required.put(login, person == null ? persons.require(login) : person);
        }
        Map<String, Long> references = new LinkedHashMap<>();
        for (Map.Entry<String, Person> entry : required.entrySet()) {
            references.put(entry.getKey(), persons.reference(entry.getValue()));
        }
        return references;
    }

    /** The references of customers who have to exist, by customer ID as given; made where there are none. */
    Map<String, CustomerReference> requireCustomers(Collection<String> customerIds) throws DirectoryException {
        Map<String, Customer> existing = requireExisting(customerIds);
        Map<String, CustomerReference> references = new LinkedHashMap<>();
        for (Map.Entry<String, Customer> entry : existing.entrySet()) {
            references.put(entry.getKey(), customers.reference(entry.getValue()));
        }
        return references;
    }

    private Map<String, Customer> requireExisting(Collection<String> customerIds) throws DirectoryException {
        Map<String, Customer> existing = customers.existing(customerIds);
        for (String customerId : customerIds) {
            if (!existing.containsKey(customerId)) {
                throw LookUp.notFound(SlotKind.CUSTOMER, customerId);
            }
        }
        return existing;
    }

    /** By customer ID as given; who has no reference is missing. */
    private Map<String, Long> knownCustomers(Map<String, Customer> some) throws DirectoryException {
        Map<String, CustomerReference> references = customers.references(some.values());
        Map<String, Long> known = new HashMap<>();
        some.forEach((customerId, customer) -> Optional.ofNullable(references.get(customers.key(customer)))
                .ifPresent(found -> known.put(customerId, found.id())));
        return known;
    }
}
