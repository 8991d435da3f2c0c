package org.clientele.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.DirectoryException;
import org.clientele.access.Group;
import org.clientele.access.Groups;

/** A command that names a group. */
abstract class GroupCommand extends ServiceCommand {
    @Reference
    Groups groups;

    final Group group(String name) throws DirectoryException, CommandException {
        return groups.find(name)
                .orElseThrow(() -> Failure.because("There is no group \"" + name + "\"; see customer-user:group-list"));
    }
}
