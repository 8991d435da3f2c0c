package org.clientele.admin.source;

import java.util.List;
import org.clientele.Directory;
import org.clientele.DirectoryException;
import org.clientele.SourceStatus;
import org.clientele.SourceTests;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;

/** Tests a configured source and shows what came of it. */
public final class TestAction implements Action {
    private final Directory<?> directory;
    private final SourceTests tests;

    public TestAction(Directory<?> directory, SourceTests tests) {
        this.directory = directory;
        this.tests = tests;
    }

    /** With a token that is too old the page comes back as it was before a test: one more click, and nobody signed in. */
    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        SourceStatus source = TestPage.source(directory, exchange);
        return TestPage.page(
                exchange, source, exchange.stalePost() ? List.of() : tests.test(source.slot(), step -> {}));
    }
}
