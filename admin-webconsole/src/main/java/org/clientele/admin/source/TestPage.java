package org.clientele.admin.source;

import java.util.List;
import org.clientele.Directory;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceStatus;
import org.clientele.TestStep;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Reply;

/** The page from which a source is tested. To look at it tests nothing: a test signs in somewhere. */
public final class TestPage implements Action {
    private final Directory<?> directory;

    public TestPage(Directory<?> directory) {
        this.directory = directory;
    }

    @Override
    public Reply answer(Exchange exchange) throws InvalidInputException {
        return page(exchange, source(directory, exchange), List.of());
    }

    static Reply page(Exchange exchange, SourceStatus source, List<TestStep> steps) {
        String name = source.name().isEmpty() ? source.slot() : source.name();
        TestView view = new TestView(exchange.screen(), source.slot(), name, new Steps(exchange.words(), steps));
        return new Reply.Page(200, new StaticTemplates().test(view));
    }

    static SourceStatus source(Directory<?> directory, Exchange exchange) throws InvalidInputException {
        String slot = exchange.text(FormParameter.SOURCE);
        return directory.sources().stream()
                .filter(source -> source.slot().equals(slot))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(FormParameter.SOURCE, Fault.noSource(slot)));
    }
}
