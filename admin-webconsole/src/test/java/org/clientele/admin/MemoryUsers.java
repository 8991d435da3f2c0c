package org.clientele.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.Change;
import org.clientele.CustomerIdPage;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.DisabledHere;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Ownership;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;

final class MemoryUsers extends MemoryDirectory<CustomerUser> implements CustomerUsers {
    /** Who was disabled here, by login. */
    final Map<String, DisabledHere> disabled = new HashMap<>();

    /** The customers of which one has to exist whose ID is written; empty if none has to. */
    Optional<MemoryCustomers> customers = Optional.empty();

    MemoryUsers(List<MemorySource> sources) {
        super(Fields.LOGIN, sources);
    }

    @Override
    public synchronized CustomerUser add(Addition addition) throws DirectoryException {
        requireCustomer(addition.fields());
        return super.add(addition);
    }

    @Override
    public synchronized CustomerUser update(Change change) throws DirectoryException {
        requireCustomer(change.fields());
        return super.update(change);
    }

    private void requireCustomer(Map<String, String> written) throws InvalidInputException {
        String customerId = written.getOrDefault(Fields.CUSTOMER, "");
        boolean missing = customers.isPresent()
                && !customerId.isEmpty()
                && customers.get().find(customerId).entry().isEmpty();
        if (missing) {
            String message = "There is no customer \"" + customerId + "\"; add the customer first.";
            throw new InvalidInputException(Fields.CUSTOMER, Fault.of(Fault.Kind.NO_CUSTOMER, message, customerId));
        }
    }

    @Override
    CustomerUser entry(MemorySource source, Map<String, List<String>> record, Ownership ownership) {
        String name = (value(record, "UserTitle") + " " + value(record, "UserFirstname") + " "
                        + value(record, "UserLastname"))
                .strip();
        Optional<DisabledHere> mark = Optional.ofNullable(disabled.get(value(record, Fields.LOGIN)));
        return new CustomerUser(
                value(record, Fields.LOGIN),
                source.slot,
                source.writable,
                name,
                "\"" + name + "\" <" + value(record, Fields.EMAIL) + ">",
                mark.isPresent() ? Validity.INVALID : validity(record),
                mark,
                ownership,
                record,
                Set.of(value(record, Fields.CUSTOMER)));
    }

    @Override
    public CustomerIdPage customerIds(ListRequest request) {
        throw new UnsupportedOperationException("the screens list no customer IDs of people");
    }

    @Override
    public void addField(String source, Field field, int length, Actor actor) {
        throw new UnsupportedOperationException("the screens add no fields");
    }
}
