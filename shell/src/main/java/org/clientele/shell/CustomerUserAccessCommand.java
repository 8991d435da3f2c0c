package org.clientele.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.DirectoryException;
import org.clientele.access.CustomerAccess;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Group;
import org.clientele.access.GroupAccess;

/** Shows what a customer user may do, and why. */
@Service
@Command(
        scope = "customer-user",
        name = "access",
        description = "Shows the groups and customers that a customer user has access to, and why")
public final class CustomerUserAccessCommand extends ServiceCommand {
    @Reference
    EffectivePermissions effectivePermissions;

    @Option(name = "--customers", description = "Show the customers instead of the groups")
    boolean customers;

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers")
    boolean noFormat;

    @Argument(name = "LOGIN", description = "The login", required = true)
    String login;

    @Override
    void run() throws DirectoryException {
        (customers ? customers() : groups()).print(out, noFormat);
    }

    private Table groups() throws DirectoryException {
        Table table = new Table("No permission in any group.", List.of("Group", "Permission", "Because"));
        for (GroupAccess access : effectivePermissions.groups(login)) {
            access.types().forEach((type, reasons) -> table.row(access.group().name(), type, Reasons.text(reasons)));
        }
        return table;
    }

    private Table customers() throws DirectoryException {
        Table table = new Table("No access to any customer.", List.of("Customer", "Name", "Direct", "Through groups"));
        for (CustomerAccess access : effectivePermissions.customers(login)) {
            table.row(
                    access.customer().customerId(),
                    access.customer().name(),
                    access.direct() ? "yes" : "no",
                    access.through().stream().map(Group::name).collect(Collectors.joining(", ")));
        }
        return table;
    }
}
