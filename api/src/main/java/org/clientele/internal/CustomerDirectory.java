package org.clientele.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.Change;
import org.clientele.DirectoryException;
import org.clientele.SourceUnavailableException;
import org.clientele.StoreUnavailableException;
import org.clientele.SuspendedException;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerUpdate;
import org.clientele.customer.Customers;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.CustomerReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The service {@link Customers}: the sources come and go, the rest is {@link MergedDirectory}. */
@Component(service = {Customers.class, CustomerDirectory.class})
public final class CustomerDirectory extends MergedDirectory<Customer> implements Customers {
    private final CustomerRenaming renaming;

    @Activate
    public CustomerDirectory(
            @Reference SlotConfigurations configurations,
            @Reference CallThreads threads,
            @Reference Memory memory,
            @Reference Events events,
            @Reference DirectorySettings settings) {
        this(
                new Slots(SlotKind.CUSTOMER, settings.slots(), configurations, threads, events::slotsChanged),
                memory,
                events,
                settings);
    }

    private CustomerDirectory(Slots slots, Memory memory, Events events, DirectorySettings settings) {
        this(slots, memory, events, settings, new CustomerRenaming(slots, memory, events, new CustomerUserSlots()));
    }

    private CustomerDirectory(
            Slots slots, Memory memory, Events events, DirectorySettings settings, CustomerRenaming renaming) {
        super(
                slots,
                memory,
                new Writing(SlotKind.CUSTOMER, slots, memory, events, settings, customerId -> Check.none(), renaming),
                CustomerDirectory::entry,
                settings.linkAddress());
        this.renaming = renaming;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unbindSource",
            updated = "updatedSource")
    public void bindSource(CustomerSource source, Map<String, ?> properties) {
        slots().add(source, properties);
    }

    public void updatedSource(CustomerSource source, Map<String, ?> properties) {
        slots().add(source, properties);
    }

    public void unbindSource(CustomerSource source) {
        slots().remove(source);
    }

    @Override
    public CustomerUpdate updateAndMove(Change change) throws DirectoryException {
        Writing.Updated updated = updated(change);
        return new CustomerUpdate(entry(updated.hit()), updated.customerUsers());
    }

    CustomerRenaming renaming() {
        return renaming;
    }

    /**
     * The customers that there are among some IDs, valid or not: one batch per source. While a rename is not finished, each of
     * its two IDs stands for the customer.
     *
     * @return by ID as given
     * @throws SourceUnavailableException if a source that may have one of them cannot be asked
     */
    Map<String, Customer> existing(Collection<String> customerIds)
            throws SourceUnavailableException, StoreUnavailableException {
        Map<String, Customer> existing = present(customerIds);
        List<String> missing = customerIds.stream()
                .filter(id -> !existing.containsKey(id) && LookUp.isAskable(id) && Memory.isKept(id))
                .toList();
        if (!missing.isEmpty()) {
            existing.putAll(underOtherIds(missing));
        }
        return existing;
    }

    private Map<String, Customer> present(Collection<String> customerIds) throws SourceUnavailableException {
        Map<String, Customer> present = new HashMap<>();
        new Presence(slots().now(), memory())
                .of(customerIds)
                .forEach((customerId, hit) -> present.put(customerId, entry(hit)));
        return present;
    }

    /** The customers who have another ID than these, because they are being renamed. */
    private Map<String, Customer> underOtherIds(List<String> customerIds)
            throws SourceUnavailableException, StoreUnavailableException {
        Map<String, Set<String>> others = renaming.otherIds(customerIds);
        Map<String, Customer> present =
                present(others.values().stream().flatMap(Set::stream).toList());
        Map<String, Customer> found = new HashMap<>();
        others.forEach((customerId, ids) -> ids.stream()
                .flatMap(other -> Stream.ofNullable(present.get(other)))
                .findFirst()
                .ifPresent(customer -> found.put(customerId, customer)));
        return found;
    }

    /** The references of customers by {@link #key}; missing is who has none, and whose rename is unclear. */
    Map<String, CustomerReference> references(Collection<Customer> some) throws StoreUnavailableException {
        Set<String> keys = some.stream().map(this::key).collect(Collectors.toSet());
        Map<String, CustomerReference> known =
                keys.isEmpty() ? Map.of() : memory().look(s -> s.customers().of(keys));
        Map<String, CustomerReference> clear = new HashMap<>(known);
        clear.entrySet().removeIf(entry -> !renaming.isClear(entry.getValue(), entry.getKey()));
        return clear;
    }

    /** The reference of a customer, which is made if there is none. */
    CustomerReference reference(Customer customer) throws StoreUnavailableException, SuspendedException {
        String key = key(customer);
        CustomerReference reference = memory().change(s -> s.customers().reference(key, customer.customerId()));
        if (!renaming.isClear(reference, key)) {
            throw new SuspendedException("It is not clear which customer \"" + customer.customerId()
                    + "\" is, because a rename was left unfinished; until that is settled, permissions are withheld.");
        }
        return reference;
    }

    /** What a customer is remembered by. */
    String key(Customer customer) {
        return slots().named(customer.source())
                .map(slot -> slot.loginKey(customer.customerId()))
                .orElseGet(() -> OrderKey.of(customer.customerId()));
    }

    @Deactivate
    public void deactivate() {
        slots().close();
    }

    private static Customer entry(Hit hit) {
        return new Customer(
                hit.record().id(),
                hit.slot().name(),
                hit.slot().source().map(AskedSource::writable).orElse(false),
                hit.record().name(),
                hit.record().validity(),
                hit.ownership(),
                hit.record().fields());
    }
}
