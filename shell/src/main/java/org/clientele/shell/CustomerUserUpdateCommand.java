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
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.Password;

/** Changes fields of a customer user. */
@Service
@Command(scope = "customer-user", name = "update", description = "Changes fields of a customer user")
public final class CustomerUserUpdateCommand extends UpdateCommand<CustomerUser> {
    @Reference
    CustomerUsers customerUsers;

    @Option(name = "--new-password", description = "Generate a new password and show it once")
    boolean newPassword;

    @Option(name = "--ask-password", description = "Ask for a new password")
    boolean askPassword;

    @Argument(name = "LOGIN", description = "The login", required = true)
    @Completion(TypedTextCompleter.class)
    String login;

    @Argument(
            index = 1,
            name = "Variable=value",
            description = "A field and its new value; nothing after = empties it",
            multiValued = true)
    @Completion(CustomerUserVariableCompleter.class)
    List<String> assignments = List.of();

    @Override
    String id() {
        return login;
    }

    @Override
    List<String> assignments() {
        return assignments;
    }

    @Override
    void run() throws DirectoryException, CommandException {
        Passwords.oneOf("--new-password", newPassword, "--ask-password", askPassword);
        Optional<Password> generated = newPassword ? Optional.of(Password.generate()) : Optional.empty();
        Optional<Password> password = askPassword ? Optional.of(Passwords.ask(session)) : generated;
        write(generated, () -> update(password));
    }

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
