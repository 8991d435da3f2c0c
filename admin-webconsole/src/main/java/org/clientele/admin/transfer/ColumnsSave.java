package org.clientele.admin.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.clientele.CustomerUsers;
import org.clientele.InvalidInputException;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Reply;
import org.clientele.transfer.CsvException;
import org.clientele.transfer.CsvSeparator;

/** Takes what the columns are, and starts a dry run; or reads the file again, with another separator or for another source. */
final class ColumnsSave implements Action {
    private static final String AGAIN = "again";
    private static final String SEPARATOR = "separator";

    private final CustomerUsers users;
    private final Imports imports;
    private final ColumnsPage page;
    private final ImportRuns runs;

    ColumnsSave(CustomerUsers users, Imports imports, ColumnsPage page, ImportRuns runs) {
        this.users = users;
        this.imports = imports;
        this.page = page;
        this.runs = runs;
    }

    @Override
    public Reply answer(Exchange exchange) {
        FileImport file = ImportPaths.file(imports, exchange);
        ColumnsChoice choice =
                ColumnsChoice.sent(exchange, file.shape().heading().size());
        if (exchange.stalePost()) {
            return refused(exchange, file, choice, 403, exchange.words().get("form.stale.token"));
        }
        if (file.isRunning()) {
            return refused(exchange, file, choice, 409, exchange.words().get("import.running"));
        }
        return exchange.filled(AGAIN).isPresent() ? again(exchange, file, choice) : check(exchange, file, choice);
    }

    private Reply again(Exchange exchange, FileImport file, ColumnsChoice choice) {
        Optional<CsvSeparator> separator = CsvSeparator.of(exchange.text(SEPARATOR));
        try {
            if (separator.isPresent() && separator.get() != file.shape().separator()) {
                file.separate(separator.get());
            }
        } catch (CsvException e) {
            return refused(exchange, file, choice, 422, ImportUpload.message(exchange, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply.Redirect(Links.to(exchange.screen().home() + ImportPaths.COLUMNS)
                .with("file", file.key())
                .with(ColumnsChoice.SOURCE, choice.source())
                .toString());
    }

    private Reply check(Exchange exchange, FileImport file, ColumnsChoice choice) {
        try {
            choice.plan().requireFit(users.sources());
        } catch (InvalidInputException e) {
            String message = new RowWords(exchange.words(), users.sources()).of(e);
            return refused(exchange, file, choice, 422, message);
        }
        ImportRuns.requirePasswords(exchange, choice.plan());
        file.plan(choice.plan());
        runs.start(exchange, file, choice.plan(), true);
        return new Reply.Redirect(ImportPaths.to(exchange.screen(), ImportPaths.RUN, file));
    }

    private Reply refused(Exchange exchange, FileImport file, ColumnsChoice choice, int status, String message) {
        return page.page(exchange, file, choice, status, List.of(message));
    }
}
