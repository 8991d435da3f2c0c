package org.clientele.shell;

import java.util.List;
import java.util.Map;
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
import org.clientele.field.Fields;
import org.jspecify.annotations.Nullable;

/** Adds a customer user. */
@Service
@Command(scope = "customer-user", name = "add", description = "Adds a customer user")
public final class CustomerUserAddCommand extends AddCommand<CustomerUser> {
    @Reference
    CustomerUsers customerUsers;

    @Option(
            name = "--source",
            description = "The source that shall keep the record; the first that takes records if absent")
    @Completion(CustomerUserWritableSlotCompleter.class)
    @Nullable
    String source;

    @Option(name = "--ask-password", description = "Ask for the password instead of generating one")
    boolean askPassword;

    @Option(name = "--no-password", description = "Set no password")
    boolean noPassword;

    @Argument(name = "Variable=value", description = "A field and its value", required = true, multiValued = true)
    @Completion(CustomerUserVariableCompleter.class)
    List<String> assignments = List.of();

    @Override
    @Nullable
    String slot() {
        return source;
    }

    @Override
    void run() throws DirectoryException, CommandException {
        Passwords.oneOf("--ask-password", askPassword, "--no-password", noPassword);
        Map<String, String> fields = Assignments.parse(assignments);
        String target = target();
        boolean generate = !askPassword && !noPassword && hasPassword(target);
        Optional<Password> generated = generate ? Optional.of(Password.generate()) : Optional.empty();
        Optional<Password> password = generate ? generated : asked();
        write(generated, () -> add(fields, target, password));
    }

    private Optional<Password> asked() throws CommandException {
        return askPassword ? Optional.of(Passwords.ask(session)) : Optional.empty();
    }

    private boolean hasPassword(String slot) {
        return writable().stream()
                .filter(status -> status.slot().equals(slot))
                .flatMap(status -> status.fields().stream())
                .anyMatch(field -> field.variable().equals(Fields.PASSWORD));
    }

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
