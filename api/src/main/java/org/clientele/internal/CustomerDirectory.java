package org.clientele.internal;

import java.util.Map;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.CustomerSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The service {@link Customers}: the sources come and go, the rest is {@link MergedDirectory}. */
@Component(service = Customers.class)
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
                CustomerDirectory::view);
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

    @Deactivate
    public void deactivate() {
        slots().close();
    }

    private static Customer view(Hit hit) {
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
