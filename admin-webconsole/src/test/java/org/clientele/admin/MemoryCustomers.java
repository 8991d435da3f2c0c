package org.clientele.admin;

import java.util.List;
import java.util.Map;
import org.clientele.Change;
import org.clientele.DirectoryException;
import org.clientele.Ownership;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerUpdate;
import org.clientele.customer.Customers;
import org.clientele.field.Fields;

final class MemoryCustomers extends MemoryDirectory<Customer> implements Customers {
    MemoryCustomers(List<MemorySource> sources) {
        super(Fields.CUSTOMER_ID, sources);
    }

    @Override
    public CustomerUpdate updateAndMove(Change change) throws DirectoryException {
        return new CustomerUpdate(update(change), List.of());
    }

    @Override
    Customer entry(MemorySource source, Map<String, List<String>> record, Ownership ownership) {
        return new Customer(
                value(record, Fields.CUSTOMER_ID),
                source.slot,
                source.writable,
                value(record, Fields.CUSTOMER_NAME),
                validity(record),
                ownership,
                record);
    }
}
