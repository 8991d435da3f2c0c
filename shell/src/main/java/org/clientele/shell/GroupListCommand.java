package org.clientele.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.DirectoryException;
import org.clientele.Validity;
import org.clientele.access.Group;

/** Lists the groups. */
@Service
@Command(scope = "customer-user", name = "group-list", description = "Lists the groups")
public final class GroupListCommand extends GroupCommand {
    @Option(name = "--include-invalid", description = "List groups that are not valid too")
    boolean includeInvalid;

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers")
    boolean noFormat;

    @Override
    void run() throws DirectoryException {
        Table table = new Table("There is no group.", List.of("Name", "Comment", "Validity"));
        for (Group group : groups.list()) {
            if (includeInvalid || group.validity() == Validity.VALID) {
                table.row(group.name(), group.comment(), group.validity().key());
            }
        }
        table.print(out, noFormat);
    }
}
