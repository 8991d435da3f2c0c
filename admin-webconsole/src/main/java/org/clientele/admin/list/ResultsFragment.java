package org.clientele.admin.list;

import java.util.Map;
import org.clientele.Directory;
import org.clientele.SourceTests;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** The results alone, while somebody types. */
public final class ResultsFragment implements Action {
    private final Directory<?> directory;
    private final CustomerChoice customers;
    private final SourceTests tests;

    public ResultsFragment(Directory<?> directory, CustomerChoice customers, SourceTests tests) {
        this.directory = directory;
        this.customers = customers;
        this.tests = tests;
    }

    @Override
    public Reply answer(Exchange exchange) {
        Screen screen = exchange.screen();
        ListQuery query = ListQuery.of(exchange);
        Results results = new ResultsQuery<>(directory, customers, screen, query, tests.slots()).results("");
        return new Reply.Fragment(
                results.status(),
                new StaticTemplates().live(screen, query, results),
                Map.of("HX-Replace-Url", query.address(screen.home())));
    }
}
