package org.clientele.admin.source;

import java.util.List;
import org.clientele.InvalidInputException;
import org.clientele.SourceDrafts;
import org.clientele.SourceDrafts.Draft;
import org.clientele.SourceUnavailableException;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;

/** Tests a draft as it was typed and shows what came of it, with what was typed. */
public final class DraftTest implements Action {
    /** The text that was typed. */
    static final String TEXT = "draft";

    private final DraftForm form;
    private final SourceDrafts drafts;

    public DraftTest(DraftForm form, SourceDrafts drafts) {
        this.form = form;
        this.drafts = drafts;
    }

    @Override
    public Reply answer(Exchange exchange) throws InvalidInputException {
        Draft begun = form.begun(exchange);
        Draft typed = new Draft(begun.factoryPid(), begun.instance(), exchange.text(TEXT));
        if (exchange.stalePost()) {
            return form.page(exchange, 403, typed, exchange.words().get("draft.stale"), List.of());
        }
        if (typed.text().length() > DraftForm.MOST_CHARACTERS) {
            String message = exchange.words().get("draft.long", DraftForm.MOST_CHARACTERS);
            return form.page(exchange, 422, typed, message, List.of());
        }
        try {
            return form.page(exchange, 200, typed, "", drafts.test(typed, step -> {}));
        } catch (SourceUnavailableException e) {
            return form.page(exchange, 503, typed, exchange.words().notice(String.valueOf(e.getMessage())), List.of());
        }
    }
}
