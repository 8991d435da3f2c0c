package org.clientele.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.DirectoryException;
import org.clientele.Outcome;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Member;
import org.clientele.access.MemberPage;
import org.jspecify.annotations.Nullable;

/** Lists who has a permission in a group, and why. */
@Service
@Command(
        scope = "customer-user",
        name = "group-members",
        description = "Lists the customer users who have a permission in a group, and why")
public final class GroupMembersCommand extends GroupCommand {
    @Reference
    EffectivePermissions effectivePermissions;

    @Option(name = "--limit", description = "The most rows, 1 to 1000")
    int limit = EffectivePermissions.MOST_MEMBERS;

    @Option(name = "--after", description = "Go on after a page: the cursor that the page ended with")
    @Nullable
    String after;

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers, and remarks behind #")
    boolean noFormat;

    @Argument(name = "GROUP", description = "The name of the group", required = true)
    String name;

    @Argument(index = 1, name = "TYPE", description = "The permission type, for example ro", required = true)
    String type;

    @Override
    void run() throws DirectoryException, CommandException {
        MemberPage page = effectivePermissions.members(group(name).id(), type, Optional.ofNullable(after), limit);
        Table table = new Table("Nobody.", List.of("Login", "Name", "Because"));
        for (Member member : page.members()) {
            table.row(member.customerUser().login(), member.customerUser().name(), Reasons.text(member.reasons()));
        }
        table.print(out, noFormat);
        remarks(page).forEach(remark -> say(noFormat ? "# " + remark : remark));
    }

    private static List<String> remarks(MemberPage page) {
        List<String> remarks = new ArrayList<>();
        page.sources().stream()
                .filter(report -> report.outcome() != Outcome.ANSWERED)
                .map(DirectoryCommand::describe)
                .forEach(remarks::add);
        if (page.incomplete()) {
            remarks.add("The list may lack rows: a source could not be asked.");
        }
        page.next().ifPresent(cursor -> remarks.add("There are more: --after " + cursor));
        return remarks;
    }
}
