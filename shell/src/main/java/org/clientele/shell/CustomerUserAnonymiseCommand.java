package org.clientele.shell;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.DirectoryException;
import org.clientele.field.Fields;
import org.clientele.privacy.Anonymisation;
import org.clientele.privacy.AnonymisationPlan;
import org.clientele.privacy.Anonymised;
import org.clientele.privacy.DataProtection;
import org.clientele.privacy.FieldPlan;
import org.clientele.privacy.KeptData;
import org.clientele.privacy.Obstacle;
import org.jspecify.annotations.Nullable;

/** Wipes what tells who a customer user is, or says what that would do. */
@Service
@Command(
        scope = "customer-user",
        name = "anonymise",
        description = "Wipes the personal data of a customer user; without --confirm it says what that does")
public final class CustomerUserAnonymiseCommand extends ServiceCommand {
    @Reference
    DataProtection protection;

    @Reference
    Session session;

    @Option(name = "--keep-login", description = "Keep the login")
    boolean keepLogin;

    @Option(name = "--login", description = "The login afterwards, in place of a generated one", valueToShowInHelp = "")
    @Nullable
    String newLogin;

    @Option(
            name = "--confirm",
            description = "The login once more; only then anything is wiped",
            valueToShowInHelp = "")
    @Nullable
    String confirmation;

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers")
    boolean noFormat;

    @Argument(name = "LOGIN", description = "The login", required = true)
    String login;

    @Override
    void run() throws DirectoryException, CommandException {
        if (keepLogin && newLogin != null) {
            throw Failure.because("Either --keep-login or --login, not both.");
        }
        AnonymisationPlan plan = protection.plan(login, newLogin == null ? "" : newLogin);
        if (confirmation == null) {
            show(plan);
        } else if (confirmation.equals(plan.login())) {
            anonymise(plan);
        } else {
            throw Failure.because(
                    "Nothing was changed: --confirm has to be the login as it is stored, " + plan.login() + ".");
        }
    }

    private boolean keeps(AnonymisationPlan plan) {
        return keepLogin || (newLogin == null && !plan.replacesLogin());
    }

    private void show(AnonymisationPlan plan) {
        Table table = new Table("", List.of("What", "Now", "What happens", "Afterwards"));
        for (FieldPlan field : plan.fields()) {
            boolean login = field.field().variable().equals(Fields.LOGIN) && !keeps(plan);
            table.row(
                    field.field().variable(),
                    String.join(", ", field.now()),
                    login ? "replaced" : field.fate().name().toLowerCase(Locale.ROOT),
                    login ? plan.neutralName() : field.afterwards());
        }
        if (plan.password()) {
            table.row(Fields.PASSWORD, "", "replaced", "a random one that nobody knows");
        }
        KeptData kept = plan.kept();
        deleted(table, "preferences", kept.preferences());
        deleted(table, "permissions", kept.permissions());
        deleted(table, "assignments", kept.assignments());
        deleted(table, "tokens", kept.tokens());
        deleted(table, "former references", kept.formerReferences());
        table.row(
                "audit entries",
                Integer.toString(kept.auditEntries()),
                kept.auditEntries() == 0 ? "none" : "values wiped",
                "");
        table.print(out, noFormat);
        if (!noFormat) {
            plan.obstacles().stream().map(Obstacle::message).forEach(this::say);
            say(
                    plan.blocked()
                            ? "Nothing was changed, and nothing can be before that is put right."
                            : "Nothing was changed. With --confirm and the login it is done; it cannot be undone.");
        }
    }

    private static void deleted(Table table, String what, int amount) {
        table.row(what, Integer.toString(amount), amount == 0 ? "none" : "deleted", "");
    }

    private void anonymise(AnonymisationPlan plan) throws DirectoryException {
        Anonymised done = protection.anonymise(new Anonymisation(
                plan.login(), plan.neutralName(), keeps(plan), plan.version(), ShellUser.of(session)));
        say(
                done.record()
                        ? "Anonymised; the login is " + done.login() + "."
                        : "What the directory kept was wiped; the record is as it was.");
        done.left().stream().map(Obstacle::message).forEach(this::say);
    }
}
