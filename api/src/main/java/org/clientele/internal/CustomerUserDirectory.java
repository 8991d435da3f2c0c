package org.clientele.internal;

import java.util.List;
import java.util.Map;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Page;
import org.clientele.SourceStatus;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.authentication.Authentication;
import org.clientele.authentication.SignIn;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.CustomerUserSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The services over the sources of customer users: the sources come and go, the rest is {@link MergedDirectory}. */
@Component(service = {CustomerUsers.class, Authentication.class})
public final class CustomerUserDirectory implements CustomerUsers, Authentication {
    private final Slots slots;
    private final MergedDirectory<CustomerUser> directory;
    private final FieldAddition fieldAddition;
    private final SigningIn signingIn;
    private final Customers customers;

    @Activate
    public CustomerUserDirectory(
            @Reference SlotConfigurations configurations,
            @Reference CallThreads threads,
            @Reference Memory memory,
            @Reference Events events,
            @Reference DirectorySettings settings,
            @Reference Customers customers) {
        this.customers = customers;
        slots = new Slots(SlotKind.CUSTOMER_USER, settings.slots(), configurations, threads, events::slotsChanged);
        Writing writing = new Writing(SlotKind.CUSTOMER_USER, slots, memory, events, settings, this::requireCustomer);
        directory = new MergedDirectory<>(slots, memory, writing, CustomerUserDirectory::view);
        fieldAddition = new FieldAddition(slots, configurations);
        signingIn = new SigningIn(slots::now, memory, CustomerUserDirectory::view);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unbindSource",
            updated = "updatedSource")
    public void bindSource(CustomerUserSource source, Map<String, ?> properties) {
        slots.add(source, properties);
    }

    public void updatedSource(CustomerUserSource source, Map<String, ?> properties) {
        slots.add(source, properties);
    }

    public void unbindSource(CustomerUserSource source) {
        slots.remove(source);
    }

    @Deactivate
    public void deactivate() {
        slots.close();
    }

    @Override
    public Answer<CustomerUser> find(String login) {
        return directory.find(login);
    }

    @Override
    public Answer<CustomerUser> ask(String login) {
        return directory.ask(login);
    }

    @Override
    public Page<CustomerUser> list(ListRequest request) throws InvalidInputException, SourceUnavailableException {
        return directory.list(request);
    }

    @Override
    public CustomerUser add(Addition addition) throws DirectoryException {
        return directory.add(addition);
    }

    @Override
    public CustomerUser update(Change change) throws DirectoryException {
        return directory.update(change);
    }

    @Override
    public void addField(String source, Field field, int length) throws DirectoryException {
        fieldAddition.add(source, field, length);
    }

    @Override
    public SignIn signIn(String login, String password) {
        return signingIn.signIn(login, password);
    }

    @Override
    public List<SourceStatus> sources() {
        return directory.sources();
    }

    @Override
    public void refresh() {
        directory.refresh();
    }

    private void requireCustomer(String customerId) throws InvalidInputException, SourceUnavailableException {
        Answer<Customer> answer = customers.ask(customerId);
        if (answer instanceof Answer.NotFound) {
            throw new InvalidInputException(
                    Fields.CUSTOMER, "There is no customer \"" + customerId + "\"; add the customer first.");
        }
        if (answer instanceof Answer.Unavailable) {
            throw new SourceUnavailableException(
                    Reason.CONNECTION, "The customers cannot be asked whether \"" + customerId + "\" is one of them");
        }
    }

    private static CustomerUser view(Hit hit) {
        return new CustomerUser(
                hit.record().id(),
                hit.slot().name(),
                hit.slot().source().map(AskedSource::writable).orElse(false),
                hit.record().name(),
                hit.record().validity(),
                hit.ownership(),
                hit.record().fields());
    }
}
