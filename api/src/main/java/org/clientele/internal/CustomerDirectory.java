package org.clientele.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.clientele.SourceUnavailableException;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.OrderKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The service {@link Customers}: the sources come and go, the rest is {@link MergedDirectory}. */
@Component(service = {Customers.class, CustomerDirectory.class})
public final class CustomerDirectory extends MergedDirectory<Customer> implements Customers {
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
        super(
                slots,
                memory,
                new Writing(SlotKind.CUSTOMER, slots, memory, events, settings, customerId -> {}),
                CustomerDirectory::entry,
                settings.linkAddress());
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

    /**
     * The customers that there are among some IDs, valid or not: one batch per source.
     *
     * @return by ID as given
     * @throws SourceUnavailableException if a source that may have one of them cannot be asked
     */
    Map<String, Customer> existing(Collection<String> customerIds) throws SourceUnavailableException {
        Map<String, Customer> existing = new HashMap<>();
        new Presence(slots().now(), memory())
                .of(customerIds)
                .forEach((customerId, hit) -> existing.put(customerId, entry(hit)));
        return existing;
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
