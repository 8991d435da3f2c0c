package org.clientele.internal;

import java.util.List;
import java.util.Map;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.Count;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Page;
import org.clientele.SourceStatus;
import org.clientele.SourceUnavailableException;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.clientele.field.Field;
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
public final class CustomerDirectory implements Customers {
    private final Slots slots;
    private final MergedDirectory<Customer> directory;

    @Activate
    public CustomerDirectory(
            @Reference SlotConfigurations configurations,
            @Reference CallThreads threads,
            @Reference Memory memory,
            @Reference Events events,
            @Reference DirectorySettings settings) {
        slots = new Slots(SlotKind.CUSTOMER, settings.slots(), configurations, threads, events::slotsChanged);
        Writing writing = new Writing(SlotKind.CUSTOMER, slots, memory, events, settings, customerId -> {});
        directory = new MergedDirectory<>(slots, memory, writing, CustomerDirectory::view);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unbindSource",
            updated = "updatedSource")
    public void bindSource(CustomerSource source, Map<String, ?> properties) {
        slots.add(source, properties);
    }

    public void updatedSource(CustomerSource source, Map<String, ?> properties) {
        slots.add(source, properties);
    }

    public void unbindSource(CustomerSource source) {
        slots.remove(source);
    }

    @Deactivate
    public void deactivate() {
        slots.close();
    }

    @Override
    public Answer<Customer> find(String id) {
        return directory.find(id);
    }

    @Override
    public Answer<Customer> ask(String id) {
        return directory.ask(id);
    }

    @Override
    public Page<Customer> list(ListRequest request) throws InvalidInputException, SourceUnavailableException {
        return directory.list(request);
    }

    @Override
    public Count count(ListRequest request) throws InvalidInputException, SourceUnavailableException {
        return directory.count(request);
    }

    @Override
    public List<Field> fields() {
        return directory.fields();
    }

    @Override
    public Customer add(Addition addition) throws DirectoryException {
        return directory.add(addition);
    }

    @Override
    public Customer update(Change change) throws DirectoryException {
        return directory.update(change);
    }

    @Override
    public List<SourceStatus> sources() {
        return directory.sources();
    }

    @Override
    public void refresh() {
        directory.refresh();
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
