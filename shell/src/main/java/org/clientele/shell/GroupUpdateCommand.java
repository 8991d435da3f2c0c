package org.clientele.shell;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.clientele.DirectoryException;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.jspecify.annotations.Nullable;

/** Changes name, comment or validity of a group; what is not named stays. */
@Service
@Command(
        scope = "customer-user",
        name = "group-update",
        description = "Changes name, comment or validity of a group; permissions stay with it")
public final class GroupUpdateCommand extends GroupCommand {
    @Reference
    Session session;

    @Option(name = "--name", description = "Its name from now on")
    @Nullable
    String newName;

    @Option(name = "--comment", description = "What the group is for")
    @Nullable
    String comment;

    @Option(name = "--validity", description = "valid, invalid or invalid-temporarily")
    @Completion(
            value = StringsCompleter.class,
            values = {"valid", "invalid", "invalid-temporarily"})
    @Nullable
    String validity;

    @Argument(name = "NAME", description = "Its name now", required = true)
    String name;

    @Override
    void run() throws DirectoryException, CommandException {
        Group group = group(name);
        Group wanted = new Group(
                group.id(),
                newName == null ? group.name() : newName,
                comment == null ? group.comment() : comment,
                validity == null ? group.validity() : validity(validity),
                group.version());
        say("Updated group " + groups.update(wanted, ShellUser.of(session)).name() + ".");
    }

    private static Validity validity(String key) throws CommandException {
        return Validity.of(key)
                .orElseThrow(() -> Failure.because("\"" + key + "\" is no validity; write one of "
                        + Arrays.stream(Validity.values()).map(Validity::key).collect(Collectors.joining(", "))));
    }
}
