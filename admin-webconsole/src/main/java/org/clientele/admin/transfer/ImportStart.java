package org.clientele.admin.transfer;

import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;

/** The page that asks for a file. */
final class ImportStart implements Action {
    private final Imports imports;

    ImportStart(Imports imports) {
        this.imports = imports;
    }

    @Override
    public Reply answer(Exchange exchange) {
        return page(exchange, 200, "");
    }

    /** @param message why a file was not taken, empty for none */
    Reply page(Exchange exchange, int status, String message) {
        ImportStartView view = new ImportStartView(
                exchange.screen(),
                message,
                imports.of(exchange.administrator())
                        .map(file -> new ImportStartView.Kept(
                                file.name(), ImportPaths.next(exchange.screen(), file), file.isRunning())));
        return new Reply.Page(status, new StaticTemplates().importstart(view));
    }
}
