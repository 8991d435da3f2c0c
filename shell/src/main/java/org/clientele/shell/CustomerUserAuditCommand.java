package org.clientele.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.clientele.DirectoryException;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditLog;
import org.clientele.audit.AuditPage;
import org.clientele.audit.AuditSubject;
import org.jspecify.annotations.Nullable;

/** Lists what was changed, the newest first. */
@Service
@Command(
        scope = "customer-user",
        name = "audit",
        description = "Lists what was changed, by whom and when; the newest first")
public final class CustomerUserAuditCommand extends ServiceCommand {
    private static final int ROWS = 50;

    @Reference
    AuditLog log;

    @Option(name = "--login", description = "Only what has to do with this customer user")
    @Nullable
    String login;

    @Option(name = "--actor", description = "Only what this user changed")
    @Nullable
    String actor;

    @Option(name = "--limit", description = "The most entries, 1 to 1000")
    int limit = ROWS;

    @Option(name = "--after", description = "Go on after a page: the cursor that the page ended with")
    @Nullable
    String after;

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers, and remarks behind #")
    boolean noFormat;

    @Override
    void run() throws DirectoryException {
        AuditFilter about = login == null ? AuditFilter.ALL : AuditFilter.about(AuditSubject.customerUser(login));
        AuditPage page = log.list(about.by(Optional.ofNullable(actor)), Optional.ofNullable(after), limit);
        Table table = new Table(
                "Nothing was changed.", List.of("When", "Who", "From", "What", "About", "Changes", "Outcome"));
        page.entries()
                .forEach(entry -> table.row(
                        entry.at().toString(),
                        entry.actor().name(),
                        (word(entry.actor().door()) + " " + entry.actor().address()).strip(),
                        word(entry.action()),
                        about(entry),
                        entry.changes().stream()
                                .map(CustomerUserAuditCommand::text)
                                .collect(Collectors.joining("; ")),
                        outcome(entry)));
        table.print(out, noFormat);
        page.next().ifPresent(cursor -> say("# There are more: --after " + cursor));
    }

    private static String about(AuditEntry entry) {
        String subject = word(entry.subject().entity()) + " " + entry.subject().id();
        return entry.other()
                .map(other -> subject + " - " + word(other.entity()) + " " + other.id())
                .orElse(subject);
    }

    private static String text(AuditChange change) {
        return change.isWithheld()
                ? change.field()
                : change.field() + ": " + quoted(change.before()) + " -> " + quoted(change.after());
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "-" : "\"" + value + "\"";
    }

    private static String outcome(AuditEntry entry) {
        String word = word(entry.outcome());
        return entry.note().isEmpty() ? word : word + " (" + entry.note() + ")";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
