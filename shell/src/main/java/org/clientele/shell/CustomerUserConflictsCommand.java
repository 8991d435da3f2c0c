package org.clientele.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.Conflict.ShadowedLogin;
import org.clientele.conflict.Conflict.SharedEmail;
import org.clientele.conflict.Conflict.SuspendedReference;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.ConflictKind;
import org.clientele.conflict.ConflictPage;
import org.clientele.conflict.Conflicts;
import org.jspecify.annotations.Nullable;

/** Looks for what does not fit together. */
@Service
@Command(
        scope = "customer-user",
        name = "conflicts",
        description = "Looks for what does not fit together among customer users, a portion at a time")
public final class CustomerUserConflictsCommand extends ServiceCommand {
    @Reference
    Conflicts conflicts;

    @Option(name = "--kind", description = "unfinished-rename, suspended-reference, shadowed-login or shared-email")
    @Completion(
            value = StringsCompleter.class,
            values = {"unfinished-rename", "suspended-reference", "shadowed-login", "shared-email"})
    String kind = ConflictKind.UNFINISHED_RENAME.key();

    @Option(name = "--after", description = "Go on where the portion before ended")
    @Nullable
    String after;

    @Option(name = "--limit", description = "The most conflicts, 1 to 200")
    int limit = Conflicts.MOST;

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers")
    boolean noFormat;

    @Override
    void run() throws DirectoryException, CommandException {
        ConflictPage page = conflicts.find(kind(), Optional.ofNullable(after), limit);
        Table table = new Table("None found in this portion", List.of("Conflict", "Where", "What can be done"));
        page.conflicts().forEach(conflict -> table.row(what(conflict), where(conflict), conflict.advice()));
        table.print(out, noFormat);
        page.sources().stream()
                .filter(report -> !report.outcome().answered())
                .forEach(report -> say("# Not asked: " + DirectoryCommand.describe(report)));
        say("# Looked at so far: " + page.walked() + (page.incomplete() ? ", incomplete" : ""));
        page.next().ifPresent(next -> say("# More: --kind " + kind + " --after " + next));
    }

    private ConflictKind kind() throws CommandException {
        return ConflictKind.of(kind)
                .orElseThrow(() -> Failure.because("\"" + kind + "\" is no kind of conflict; write one of "
                        + Stream.of(ConflictKind.values())
                                .map(ConflictKind::key)
                                .collect(Collectors.joining(", "))));
    }

    private static String what(Conflict conflict) {
        if (conflict instanceof UnfinishedRename rename) {
            return rename.id() + " -> " + rename.newId();
        }
        if (conflict instanceof SuspendedReference suspended) {
            return suspended.user().login() + ": " + suspended.remembered() + " -> " + suspended.told();
        }
        return conflict instanceof SharedEmail shared
                ? shared.email()
                : ((ShadowedLogin) conflict).shadowed().login();
    }

    private static String where(Conflict conflict) {
        if (conflict instanceof UnfinishedRename rename) {
            return rename.sourceId();
        }
        if (conflict instanceof SuspendedReference suspended) {
            return suspended.user().source();
        }
        return conflict instanceof SharedEmail shared
                ? who(shared.earlier()) + ", " + who(shared.later())
                : who(((ShadowedLogin) conflict).owner()) + ", " + who(((ShadowedLogin) conflict).shadowed());
    }

    private static String who(CustomerUser user) {
        return user.source() + " " + user.login();
    }
}
