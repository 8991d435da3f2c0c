package org.clientele.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.clientele.DirectoryException;
import org.clientele.Validity;

/** Adds a group. */
@Service
@Command(scope = "customer-user", name = "group-add", description = "Adds a group")
public final class GroupAddCommand extends GroupCommand {
    @Reference
    Session session;

    @Option(name = "--comment", description = "What the group is for")
    String comment = "";

    @Argument(name = "NAME", description = "Its name", required = true)
    String name;

    @Override
    void run() throws DirectoryException {
        say("Added group "
                + groups.add(name, comment, Validity.VALID, ShellUser.of(session))
                        .name() + ".");
    }
}
