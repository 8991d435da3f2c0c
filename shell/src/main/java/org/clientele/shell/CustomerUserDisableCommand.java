package org.clientele.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.LocalDisabling;

/** Disables a customer user of a source that takes no changes. */
@Service
@Command(
        scope = "customer-user",
        name = "disable",
        description =
                "Disables a customer user of a source that takes no changes: no sign-in, no permissions, in no list of valid ones")
public final class CustomerUserDisableCommand extends ServiceCommand {
    @Reference
    LocalDisabling disabling;

    @Reference
    Session session;

    @Option(name = "--comment", description = "Why, at most 250 characters")
    String comment = "";

    @Argument(name = "LOGIN", description = "The login", required = true)
    String login;

    @Override
    void run() throws DirectoryException {
        CustomerUser user = disabling.disable(login, comment, ShellUser.of(session));
        say("Disabled customer user " + user.login() + " of " + user.source() + " here; validity: "
                + user.validity().key() + ".");
    }
}
