package org.clientele.shell;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.clientele.DirectoryException;
import org.clientele.access.Assignments.Assignment;

/** Assigns further customers to a customer user. */
@Service
@Command(
        scope = "customer-user",
        name = "assign",
        description = "Assigns further customers to a customer user, besides those that the record names")
public final class CustomerUserAssignCommand extends ServiceCommand {
    @Reference
    org.clientele.access.Assignments assignments;

    @Reference
    Session session;

    @Option(name = "--remove", description = "Take the assignments back instead")
    boolean remove;

    @Argument(name = "LOGIN", description = "The login", required = true)
    String login;

    @Argument(index = 1, name = "ID", description = "Customer IDs", required = true, multiValued = true)
    List<String> customerIds = List.of();

    @Override
    void run() throws DirectoryException {
        List<Assignment> changes = customerIds.stream()
                .map(id -> new Assignment(login, id, !remove))
                .toList();
        Set<Assignment> made = assignments.change(changes, ShellUser.of(session));
        say(made.size() + " of " + changes.size() + " changed; " + login + " acts for "
                + String.join(", ", assignments.customers(login)));
    }
}
