package org.clientele.admin.transfer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.CustomerUsers;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Screen;
import org.clientele.field.Fields;
import org.clientele.transfer.ImportPlan;

/** Starts runs over files, shows how far they are and what they came to, ends them. */
final class ImportRuns {
    private final CustomerUsers users;
    private final Imports imports;

    ImportRuns(CustomerUsers users, Imports imports) {
        this.users = users;
        this.imports = imports;
    }

    void start(Exchange exchange, FileImport file, ImportPlan plan, boolean dry) {
        Actor who = exchange.actor();
        Actor actor = new Actor(who.name(), Actor.Door.IMPORT, who.address());
        RowWords words = new RowWords(exchange.words(), users.sources());
        imports.start(file, new ImportJob(users, file, plan, actor, dry, words));
    }

    /** Passwords that come in a file, or are made for it, are set as well as others. */
    static void requirePasswords(Exchange exchange, ImportPlan plan) {
        boolean sets = plan.generating()
                || plan.columns().stream().anyMatch(variable -> variable.equalsIgnoreCase(Fields.PASSWORD));
        if (sets) {
            exchange.require(Role.SET_PASSWORDS);
        }
    }

    /** The page of a run. */
    Reply show(Exchange exchange) {
        Screen screen = exchange.screen();
        FileImport file = ImportPaths.file(imports, exchange);
        Optional<ImportJob> job = file.job();
        return job.isPresent()
                ? new Reply.Page(200, new StaticTemplates().importrun(new RunView(screen, file, job.get())))
                : new Reply.Redirect(ImportPaths.to(screen, ImportPaths.COLUMNS, file));
    }

    /** The part of the page that changes while it runs; when it is over, the whole page is to be read again. */
    Reply progress(Exchange exchange) {
        FileImport file = ImportPaths.file(imports, exchange);
        ImportJob job =
                file.job().orElseThrow(() -> new Refusal(404, exchange.words().get("import.gone")));
        Map<String, String> headers = job.isRunning() ? Map.of() : Map.of("HX-Refresh", "true");
        RunView view = new RunView(exchange.screen(), file, job);
        return new Reply.Fragment(200, new StaticTemplates().importprogress(view), headers);
    }

    /** Brings in what was checked; also what an import before did not reach. */
    Reply begin(Exchange exchange) {
        ImportPaths.requireFresh(exchange);
        FileImport file = ImportPaths.file(imports, exchange);
        ImportPlan plan =
                file.plan().orElseThrow(() -> new Refusal(409, exchange.words().get("import.unchecked")));
        requirePasswords(exchange, plan);
        start(exchange, file, plan, false);
        return new Reply.Redirect(ImportPaths.to(exchange.screen(), ImportPaths.RUN, file));
    }

    Reply cancel(Exchange exchange) {
        ImportPaths.requireFresh(exchange);
        FileImport file = ImportPaths.file(imports, exchange);
        file.job().ifPresent(ImportJob::cancel);
        return new Reply.Redirect(ImportPaths.to(exchange.screen(), ImportPaths.RUN, file));
    }

    Reply discard(Exchange exchange) {
        ImportPaths.requireFresh(exchange);
        ImportPaths.file(imports, exchange);
        imports.remove(exchange.administrator());
        return new Reply.Redirect(exchange.screen().home());
    }

    /** The rows that were refused, with the reasons. */
    Reply errors(Exchange exchange) {
        return file(exchange, "errors.csv", finished(exchange).errorFile(), false);
    }

    /** The generated passwords, once. */
    Reply passwords(Exchange exchange) {
        ImportPaths.requireFresh(exchange);
        return file(exchange, "passwords.csv", finished(exchange).passwordFile(), true);
    }

    private ImportJob finished(Exchange exchange) {
        return ImportPaths.file(imports, exchange)
                .job()
                .filter(job -> !job.isRunning())
                .orElseThrow(() -> new Refusal(404, exchange.words().get("import.gone")));
    }

    private static Reply file(Exchange exchange, String name, Path file, boolean once) {
        if (!Files.exists(file)) {
            throw new Refusal(404, exchange.words().get(once ? "import.passwords.gone" : "import.gone"));
        }
        return new Reply.SavedCsv(name, file, once);
    }
}
