package org.clientele.shell;

import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Change;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerUpdate;
import org.clientele.customer.Customers;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.field.Fields;

/** Gives a customer another customer ID. */
@Service
@Command(
        scope = "customer",
        name = "rename",
        description = "Gives a customer another customer ID; its customer users, permissions and assignments follow")
public final class CustomerRenameCommand extends WriteCommand<Customer> {
    @Reference
    Customers customers;

    @Argument(name = "OLD", description = "The customer ID now", required = true)
    @Completion(TypedTextCompleter.class)
    String customerId;

    @Argument(index = 1, name = "NEW", description = "The customer ID from now on", required = true)
    @Completion(TypedTextCompleter.class)
    String newId;

    @Override
    void run() throws DirectoryException {
        Change change =
                new Change(customerId, Map.of(Fields.CUSTOMER_ID, newId), Optional.empty(), Optional.empty(), actor());
        CustomerUpdate update = customers.updateAndMove(change);
        Customer renamed = update.customer();
        say("Renamed customer " + customerId + " in " + renamed.source() + " to " + renamed.id() + ".");
        say("Moved customer users: " + update.moved());
        update.left().forEach(source -> say(source.source() + ": " + left(source.rest())));
    }

    private String left(MovedCustomerUsers.Rest rest) {
        return switch (rest) {
            case NONE -> "nobody is left";
            case READ_ONLY -> "customer users name " + customerId + " still; they are changed where they come from";
            case REFUSED -> "customer users name " + customerId + " still, because the storage refuses the new one";
            case UNKNOWN -> "could not be asked; customer users may name " + customerId + " still";
            case UNFINISHED -> "customer users may name " + customerId + " still; they are moved as soon as it answers";
        };
    }

    @Override
    Directory<Customer> directory() {
        return customers;
    }
}
