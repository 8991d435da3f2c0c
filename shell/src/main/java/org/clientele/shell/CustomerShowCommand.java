package org.clientele.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Directory;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;

/** Shows all fields of one customer. */
@Service
@Command(scope = "customer", name = "show", description = "Shows all fields of one customer")
public final class CustomerShowCommand extends ShowCommand<Customer> {
    @Reference
    Customers customers;

    @Argument(name = "ID", description = "The customer ID", required = true)
    String customerId;

    @Override
    String id() {
        return customerId;
    }

    @Override
    Directory<Customer> directory() {
        return customers;
    }
}
