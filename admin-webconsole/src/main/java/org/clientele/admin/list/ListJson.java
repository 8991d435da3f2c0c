package org.clientele.admin.list;

import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;

/** The JSON twin of the overview. */
public final class ListJson implements Action {
    private final Directory<?> directory;

    public ListJson(Directory<?> directory) {
        this.directory = directory;
    }

    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        exchange.requireParametersAmong(ListQuery.parameters(exchange.kind()));
        JsonShape shape = new JsonShape(exchange.kind().idParameter());
        return new Reply.Json(
                200, shape.page(directory.list(ListQuery.of(exchange).request())));
    }
}
