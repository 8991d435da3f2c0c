package org.clientele.admin.transfer;

import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.admin.list.ListQuery;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.transfer.ListExport;

/** The overview as a file: all its pages. If it would lack rows, a page says so instead. */
public final class ExportList<E extends DirectoryEntry> implements Action {
    private final Directory<E> directory;

    public ExportList(Directory<E> directory) {
        this.directory = directory;
    }

    @Override
    public Reply answer(Exchange exchange) {
        exchange.requireParametersAmong(ListQuery.parameters(exchange.kind()));
        ListQuery query = ListQuery.of(exchange);
        try {
            ListExport<E> export = ListExport.of(directory, query.request());
            String part = export.incomplete() ? "-incomplete" : "";
            return new Reply.Csv(exchange.kind().label() + part + ".csv", export::writeTo);
        } catch (InvalidInputException e) {
            throw new Refusal(422, exchange.words().refused(e));
        } catch (SourceUnavailableException e) {
            return new Reply.Redirect(query.address(exchange.screen().home() + "/export"));
        }
    }
}
