package org.clientele.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.field.Field;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.CustomerUserSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The service {@link CustomerUsers}: the sources come and go, the rest is {@link MergedDirectory}. */
@Component(service = {CustomerUsers.class, CustomerUserDirectory.class})
public final class CustomerUserDirectory extends MergedDirectory<CustomerUser> implements CustomerUsers {
    private final FieldAddition fieldAddition;
    private final Persons persons;
    private final Renaming renaming;
    private final CustomerUserSlots slotsOfCustomers;
    private final Sweep sweep;

    @Activate
    public CustomerUserDirectory(
            @Reference SlotConfigurations configurations,
            @Reference CallThreads threads,
            @Reference Memory memory,
            @Reference Events events,
            @Reference DirectorySettings settings,
            @Reference CustomerDirectory customers) {
        this(
                new Slots(SlotKind.CUSTOMER_USER, settings.slots(), configurations, threads, events::slotsChanged),
                configurations,
                threads,
                memory,
                events,
                settings,
                customers);
    }

    private CustomerUserDirectory(
            Slots slots,
            SlotConfigurations configurations,
            CallThreads threads,
            Memory memory,
            Events events,
            DirectorySettings settings,
            CustomerDirectory customers) {
        this(
                slots,
                threads,
                memory,
                events,
                new FieldAddition(slots, configurations, new Audit(memory)),
                settings,
                customers,
                new Renaming(slots, memory, events));
    }

    private CustomerUserDirectory(
            Slots slots,
            CallThreads threads,
            Memory memory,
            Events events,
            FieldAddition fieldAddition,
            DirectorySettings settings,
            CustomerDirectory customers,
            Renaming renaming) {
        super(
                slots,
                memory,
                new Writing(
                        SlotKind.CUSTOMER_USER,
                        slots,
                        memory,
                        events,
                        settings,
                        id -> KnownCustomer.ask(customers.slots().now(), memory, id),
                        renaming),
                CustomerUserDirectory::entry,
                settings.linkAddress());
        this.fieldAddition = fieldAddition;
        this.persons = new Persons(slots, memory, renaming);
        this.renaming = renaming;
        this.slotsOfCustomers = customers.renaming().customerUsers();
        this.sweep = new Sweep(
                threads, memory, List.of(renaming::sweep, customers.renaming()::sweep), settings.auditRetention());
        slotsOfCustomers.follow(slots);
        sweep.start();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unbindSource",
            updated = "updatedSource")
    public void bindSource(CustomerUserSource source, Map<String, ?> properties) {
        slots().add(source, properties);
    }

    public void updatedSource(CustomerUserSource source, Map<String, ?> properties) {
        slots().add(source, properties);
    }

    public void unbindSource(CustomerUserSource source) {
        slots().remove(source);
    }

    @Deactivate
    public void deactivate() {
        sweep.close();
        slotsOfCustomers.leave(slots());
        slots().close();
    }

    @Override
    public void addField(String source, Field field, int length, Actor actor) throws DirectoryException {
        fieldAddition.add(source, field, length, actor);
    }

    /**
     * Changes a record without a trace of what it was.
     *
     * @param before what has to happen before the record changes; it may be repeated
     */
    CustomerUser wipe(Change change, Renamer.Step before) throws DirectoryException {
        return updated(change, before);
    }

    /** Who a login stands for: for services about what hangs on a person. */
    Persons persons() {
        return persons;
    }

    Renaming renaming() {
        return renaming;
    }

    /** What callers see of a record. */
    static CustomerUser entry(Hit hit) {
        Optional<AskedSource> source = hit.slot().source();
        boolean withoutPrimary = source.map(s -> s.description().rules().withoutPrimaryCustomer())
                .orElse(false);
        return new CustomerUser(
                hit.record().id(),
                hit.slot().name(),
                source.map(AskedSource::writable).orElse(false),
                hit.record().name(),
                hit.record().mailString(),
                hit.validity(),
                hit.disabled(),
                hit.ownership(),
                hit.record().fields(),
                CustomerIds.of(hit.record().fields(), withoutPrimary));
    }
}
