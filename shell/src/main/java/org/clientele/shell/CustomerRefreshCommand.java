package org.clientele.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Directory;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;

/** Forgets cached records of customers. */
@Service
@Command(
        scope = "customer",
        name = "refresh",
        description = "Forgets cached records of customers, and reads secrets of sources again")
public final class CustomerRefreshCommand extends RefreshCommand<Customer> {
    @Reference
    Customers customers;

    @Override
    Directory<Customer> directory() {
        return customers;
    }
}
