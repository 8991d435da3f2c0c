package org.clientele.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Directory;

/** Shows all fields of one customer user. */
@Service
@Command(scope = "customer-user", name = "show", description = "Shows all fields of one customer user")
public final class CustomerUserShowCommand extends ShowCommand<CustomerUser> {
    @Reference
    CustomerUsers customerUsers;

    @Argument(name = "LOGIN", description = "The login", required = true)
    String login;

    @Override
    String id() {
        return login;
    }

    @Override
    Directory<CustomerUser> directory() {
        return customerUsers;
    }
}
