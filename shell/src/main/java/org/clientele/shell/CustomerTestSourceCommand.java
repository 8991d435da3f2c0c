package org.clientele.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Directory;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.jspecify.annotations.Nullable;

/** Tests a source of customers. */
@Service
@Command(
        scope = "customer",
        name = "test-source",
        description = "Tests a source of customers step by step, and changes nothing")
public final class CustomerTestSourceCommand extends TestSourceCommand<Customer> {
    @Argument(name = "source", description = "The source, for example CustomerCompany1", valueToShowInHelp = "")
    @Completion(CustomerSlotCompleter.class)
    @Nullable
    String source;

    @Reference
    Customers customers;

    @Override
    @Nullable
    String slot() {
        return source;
    }

    @Override
    Directory<Customer> directory() {
        return customers;
    }

    @Override
    String noun() {
        return "customer";
    }
}
