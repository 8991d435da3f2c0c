package org.clientele.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.jspecify.annotations.Nullable;

/** Adds a customer. */
@Service
@Command(scope = "customer", name = "add", description = "Adds a customer")
public final class CustomerAddCommand extends AddCommand<Customer> {
    @Reference
    Customers customers;

    @Option(
            name = "--source",
            description = "The source that shall keep the record; the first that takes records if absent")
    @Completion(CustomerWritableSlotCompleter.class)
    @Nullable
    String source;

    @Argument(name = "Variable=value", description = "A field and its value", required = true, multiValued = true)
    @Completion(CustomerVariableCompleter.class)
    List<String> assignments = List.of();

    @Override
    @Nullable
    String slot() {
        return source;
    }

    @Override
    void run() throws DirectoryException, CommandException {
        add(Assignments.parse(assignments), target(), Optional.empty());
    }

    @Override
    Directory<Customer> directory() {
        return customers;
    }
}
