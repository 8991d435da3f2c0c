package org.clientele.admin.transfer;

import java.io.IOException;
import java.util.Optional;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.UploadedFile;
import org.clientele.transfer.CsvException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a file. */
final class ImportUpload implements Action {
    private static final Logger LOG = LoggerFactory.getLogger(ImportUpload.class);

    private final Imports imports;
    private final ImportStart page;

    ImportUpload(Imports imports, ImportStart page) {
        this.imports = imports;
        this.page = page;
    }

    @Override
    public Reply answer(Exchange exchange) {
        if (exchange.stalePost()) {
            return refused(exchange, 403, "import.token");
        }
        Optional<UploadedFile> sent =
                exchange.file().filter(file -> !file.name().isEmpty());
        return sent.isPresent() ? take(exchange, sent.get()) : refused(exchange, 422, "import.nofile");
    }

    private Reply take(Exchange exchange, UploadedFile sent) {
        try {
            FileImport file = imports.take(exchange.administrator(), sent.name(), sent.content());
            return new Reply.Redirect(ImportPaths.to(exchange.screen(), ImportPaths.COLUMNS, file));
        } catch (CsvException e) {
            return page.page(exchange, 422, message(exchange, e));
        } catch (Imports.TooBigException e) {
            return refused(exchange, 413, "import.toobig", Imports.MOST_BYTES / 1_000_000);
        } catch (Imports.RunningException e) {
            return refused(exchange, 409, "import.running");
        } catch (IOException e) {
            LOG.error("A file could not be taken", e);
            return refused(exchange, 500, "import.nospace");
        }
    }

    /** What is wrong with a file. */
    static String message(Exchange exchange, CsvException e) {
        return exchange.words().get("csv." + e.kind().key(), Long.toString(e.row()), e.most());
    }

    private Reply refused(Exchange exchange, int status, String key, Object... arguments) {
        return page.page(exchange, status, exchange.words().get(key, arguments));
    }
}
