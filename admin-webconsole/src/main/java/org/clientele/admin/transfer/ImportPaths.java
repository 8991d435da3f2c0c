package org.clientele.admin.transfer;

import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Screen;

/** Where the steps of an import stand; the address names the file, so that a page that is open still never means another one. */
final class ImportPaths {
    static final String START = "/import";
    static final String COLUMNS = "/import/columns";
    static final String RUN = "/import/run";
    static final String PROGRESS = "/import/run.frag";
    static final String BEGIN = "/import/begin";
    static final String CANCEL = "/import/cancel";
    static final String DISCARD = "/import/discard";
    static final String ERRORS = "/import/errors.csv";
    static final String PASSWORDS = "/import/passwords.csv";

    private static final String FILE = "file";

    private ImportPaths() {}

    static String to(Screen screen, String path, FileImport file) {
        return Links.to(screen.home() + path).with(FILE, file.key()).toString();
    }

    /** The page on which a file goes on. */
    static String next(Screen screen, FileImport file) {
        return to(screen, file.job().isPresent() ? RUN : COLUMNS, file);
    }

    /** The file that a request is about. */
    static FileImport file(Imports imports, Exchange exchange) {
        return imports.of(exchange.administrator())
                .filter(file -> file.key().equals(exchange.text(FILE)))
                .orElseThrow(() -> new Refusal(404, exchange.words().get("import.gone")));
    }

    /** Refuses a form that was open for too long. */
    static void requireFresh(Exchange exchange) {
        if (exchange.stalePost()) {
            throw new Refusal(403, exchange.words().get("refused.token"));
        }
    }
}
