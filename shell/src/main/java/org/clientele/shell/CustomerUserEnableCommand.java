package org.clientele.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.LocalDisabling;

/** Takes back that a customer user was disabled here. */
@Service
@Command(scope = "customer-user", name = "enable", description = "Takes back that a customer user was disabled here")
public final class CustomerUserEnableCommand extends ServiceCommand {
    @Reference
    LocalDisabling disabling;

    @Reference
    Session session;

    @Argument(name = "LOGIN", description = "The login", required = true)
    String login;

    @Override
    void run() throws DirectoryException {
        CustomerUser user = disabling.enable(login, ShellUser.of(session));
        say("Enabled customer user " + user.login() + " of " + user.source() + "; validity: "
                + user.validity().key() + ".");
    }
}
