package org.clientele.shell;

import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.field.Fields;

/** Gives a customer user another login. */
@Service
@Command(
        scope = "customer-user",
        name = "rename",
        description = "Gives a customer user another login; all that belongs to the person stays with the person")
public final class CustomerUserRenameCommand extends WriteCommand<CustomerUser> {
    @Reference
    CustomerUsers customerUsers;

    @Argument(name = "OLD", description = "The login now", required = true)
    String login;

    @Argument(index = 1, name = "NEW", description = "The login from now on", required = true)
    String newLogin;

    @Override
    void run() throws DirectoryException {
        Change change = new Change(login, Map.of(Fields.LOGIN, newLogin), Optional.empty(), Optional.empty(), actor());
        CustomerUser renamed = customerUsers.update(change);
        say("Renamed customer user " + login + " in " + renamed.source() + " to " + renamed.id() + ".");
    }

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
