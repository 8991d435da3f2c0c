package org.clientele.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.access.Context;
import org.clientele.access.Holder;

/** Gives a customer user permissions in a group. */
@Service
@Command(
        scope = "customer-user",
        name = "permit",
        description = "Gives a customer user exactly these permissions in a group")
public final class CustomerUserPermitCommand extends PermitCommand {
    @Argument(name = "LOGIN", description = "The login", required = true)
    String login;

    @Override
    Holder holder() {
        return new Holder.CustomerUser(login);
    }

    @Override
    Context context() {
        return Context.SAME_CUSTOMER;
    }
}
