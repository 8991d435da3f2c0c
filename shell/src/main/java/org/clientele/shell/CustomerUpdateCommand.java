package org.clientele.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;

/** Changes fields of a customer. */
@Service
@Command(scope = "customer", name = "update", description = "Changes fields of a customer")
public final class CustomerUpdateCommand extends UpdateCommand<Customer> {
    @Reference
    Customers customers;

    @Argument(name = "ID", description = "The customer ID", required = true)
    @Completion(TypedTextCompleter.class)
    String customerId;

    @Argument(
            index = 1,
            name = "Variable=value",
            description = "A field and its new value; nothing after = empties it",
            multiValued = true)
    @Completion(CustomerVariableCompleter.class)
    List<String> assignments = List.of();

    @Override
    String id() {
        return customerId;
    }

    @Override
    List<String> assignments() {
        return assignments;
    }

    @Override
    void run() throws DirectoryException, CommandException {
        update(Optional.empty());
    }

    @Override
    Directory<Customer> directory() {
        return customers;
    }
}
