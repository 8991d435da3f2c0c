package org.clientele.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Directory;
import org.clientele.SourceStatus;
import org.clientele.customer.Customers;

/** The slots of customers that take records. */
@Service
public final class CustomerWritableSlotCompleter extends SlotCompleter {
    @Reference
    Customers customers;

    @Override
    Directory<?> directory() {
        return customers;
    }

    @Override
    boolean offers(SourceStatus source) {
        return source.takesRecords();
    }
}
