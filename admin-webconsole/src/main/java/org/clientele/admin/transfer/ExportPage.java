package org.clientele.admin.transfer;

import java.util.List;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.SourceUnavailableException;
import org.clientele.admin.list.ListQuery;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** Why a list could not be saved as a file, and what can be done: try again, or go without the sources that are missing. */
public final class ExportPage implements Action {
    private final Directory<? extends DirectoryEntry> directory;

    public ExportPage(Directory<? extends DirectoryEntry> directory) {
        this.directory = directory;
    }

    @Override
    public Reply answer(Exchange exchange) throws InvalidInputException {
        Screen screen = exchange.screen();
        ListQuery query = ListQuery.of(exchange).withAfter("");
        List<String> missing = missing(query);
        ExportView view = new ExportView(
                screen,
                missing,
                query.address(screen.home() + "/export.csv"),
                query.withoutUnavailableSources().address(screen.home() + "/export.csv"),
                query.address(screen.home()));
        return new Reply.Page(missing.isEmpty() ? 200 : 503, new StaticTemplates().export(view));
    }

    private List<String> missing(ListQuery query) throws InvalidInputException {
        ListRequest request = query.request().withLimit(1).withoutUnavailable(true);
        try {
            return directory.list(request).sources().stream()
                    .filter(report -> !report.outcome().answered() || report.outcome() == Outcome.TRUNCATED)
                    .map(report -> report.source() + (report.message().isEmpty() ? "" : ": " + report.message()))
                    .toList();
        } catch (SourceUnavailableException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
