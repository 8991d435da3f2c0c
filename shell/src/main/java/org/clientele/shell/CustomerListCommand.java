package org.clientele.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Directory;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.clientele.field.Fields;
import org.jspecify.annotations.Nullable;

/** Lists customers, all or those that a text finds. */
@Service
@Command(scope = "customer", name = "list", description = "Lists customers, all or those that a text finds")
public final class CustomerListCommand extends ListCommand<Customer> {
    @Reference
    Customers customers;

    @Option(name = "--source", description = "Only records of this source")
    @Completion(CustomerSlotCompleter.class)
    @Nullable
    String source;

    @Override
    @Nullable
    String slot() {
        return source;
    }

    @Override
    Table table() {
        return new Table("No customer found.", List.of("Customer ID", "Name", "Comment", "Validity", "Source"));
    }

    @Override
    void addTo(Table table, Customer customer) {
        table.row(
                customer.customerId(),
                customer.name(),
                customer.value(Fields.CUSTOMER_COMMENT),
                customer.validity().key(),
                source(customer));
    }

    @Override
    Directory<Customer> directory() {
        return customers;
    }
}
