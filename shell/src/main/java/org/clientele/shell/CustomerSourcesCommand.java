package org.clientele.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Directory;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;

/** Lists the sources of customers and their state. */
@Service
@Command(scope = "customer", name = "sources", description = "Lists the sources of customers and their state")
public final class CustomerSourcesCommand extends SourcesCommand<Customer> {
    @Reference
    Customers customers;

    @Override
    Directory<Customer> directory() {
        return customers;
    }
}
