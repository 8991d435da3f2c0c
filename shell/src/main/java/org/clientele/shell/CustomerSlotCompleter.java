package org.clientele.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Directory;
import org.clientele.customer.Customers;

/** The slots of customers. */
@Service
public final class CustomerSlotCompleter extends SlotCompleter {
    @Reference
    Customers customers;

    @Override
    Directory<?> directory() {
        return customers;
    }
}
