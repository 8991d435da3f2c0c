package org.clientele.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Directory;
import org.clientele.customer.Customers;

/** The fields of customers, for example {@code CustomerCompanyCity=}. */
@Service
public final class CustomerVariableCompleter extends VariableCompleter {
    @Reference
    Customers customers;

    @Override
    Directory<?> directory() {
        return customers;
    }
}
