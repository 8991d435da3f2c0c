package org.clientele.shell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.DirectoryException;
import org.clientele.access.Context;
import org.clientele.access.Group;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.access.Permissions;

/** Gives a holder exactly the named permissions in a group and a context, and takes the others in it. */
abstract class PermitCommand extends GroupCommand {
    @Reference
    Permissions permissions;

    @Reference
    Session session;

    @Argument(index = 1, name = "GROUP", description = "The name of the group", required = true)
    String name;

    @Argument(
            index = 2,
            name = "TYPE",
            description = "The permissions from now on, for example ro; none takes all that were given",
            multiValued = true)
    List<String> types = List.of();

    abstract Holder holder();

    abstract Context context() throws CommandException;

    @Override
    void run() throws DirectoryException, CommandException {
        Group group = group(name);
        Context context = context();
        Set<Permission> before = permissions.of(holder()).getOrDefault(group.id(), Set.of());
        Set<Permission> after = before.stream()
                .filter(permission -> permission.context() != context)
                .collect(Collectors.toSet());
        types.forEach(type -> after.add(new Permission(context, type)));
        PermissionChange change = new PermissionChange(holder(), group.id(), before, after);
        List<PermissionChange> made = permissions.change(List.of(change), ShellUser.of(session));
        boolean asWanted = !made.isEmpty() || before.equals(after);
        if (!asWanted) {
            throw Failure.because("Somebody else changed these permissions at this moment; look at them and try again");
        }
        Set<Permission> now = made.isEmpty() ? before : made.get(0).after();
        say(holder().id() + " has in " + group.name() + ": " + text(now));
    }

    private static String text(Set<Permission> some) {
        return some.isEmpty()
                ? "nothing"
                : some.stream()
                        .map(permission ->
                                permission.type() + " (" + permission.context().key() + ")")
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
