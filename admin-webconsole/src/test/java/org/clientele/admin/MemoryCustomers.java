package org.clientele.admin;

import java.util.List;
import java.util.Map;
import org.clientele.Change;
import org.clientele.DirectoryException;
import org.clientele.Ownership;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerUpdate;
import org.clientele.customer.Customers;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.field.Fields;

final class MemoryCustomers extends MemoryDirectory<Customer> implements Customers {
    List<MovedCustomerUsers> moved = List.of();

    MemoryCustomers(List<MemorySource> sources) {
        super(Fields.CUSTOMER_ID, sources);
    }

    @Override
    public CustomerUpdate updateAndMove(Change change) throws DirectoryException {
        return new CustomerUpdate(update(change), moved);
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
