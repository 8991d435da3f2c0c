package org.clientele.admin.source;

import java.util.List;
import org.clientele.Directory;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceDrafts;
import org.clientele.SourceDrafts.BackEnd;
import org.clientele.SourceDrafts.Draft;
import org.clientele.TestStep;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Reply;

/** The form with the draft of a source: of one that is configured, or of a new one. To look at it tests nothing. */
public final class DraftForm implements Action {
    public static final String PATH = "/draft";

    static final String BACK_END = "backEnd";
    static final int MOST_CHARACTERS = 100_000;

    private final Directory<?> directory;
    private final SourceDrafts drafts;

    public DraftForm(Directory<?> directory, SourceDrafts drafts) {
        this.directory = directory;
        this.drafts = drafts;
    }

    @Override
    public Reply answer(Exchange exchange) throws InvalidInputException {
        return exchange.filled(FormParameter.SOURCE).isEmpty()
                ? choice(exchange)
                : page(exchange, 200, begun(exchange), "", List.of());
    }

    /** The draft with which a form begins: what is configured, or the example of a back end. */
    Draft begun(Exchange exchange) throws InvalidInputException {
        String slot = exchange.text(FormParameter.SOURCE);
        if (isConfigured(slot)) {
            return drafts.of(slot);
        }
        if (!drafts.freeSlots(ofCustomers(exchange)).contains(slot)) {
            throw new InvalidInputException(FormParameter.SOURCE, Fault.noSource(slot));
        }
        String pid = exchange.text(BACK_END);
        BackEnd backEnd = drafts.backEnds().stream()
                .filter(one -> isFor(exchange, one) && one.factoryPid().equals(pid))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        BACK_END, Fault.other(exchange.words().get("draft.noBackEnd"))));
        return new Draft(backEnd.factoryPid(), slot, backEnd.example());
    }

    Reply page(Exchange exchange, int status, Draft draft, String message, List<TestStep> steps) {
        String slot = exchange.text(FormParameter.SOURCE);
        DraftView view = new DraftView(
                exchange.screen(),
                slot,
                SourceName.of(directory, slot),
                draft,
                message,
                new Steps(exchange.words(), steps));
        return new Reply.Page(status, new StaticTemplates().draft(view));
    }

    private Reply choice(Exchange exchange) {
        List<String> backEnds = drafts.backEnds().stream()
                .filter(one -> isFor(exchange, one))
                .map(BackEnd::factoryPid)
                .toList();
        DraftChoice choice = new DraftChoice(exchange.screen(), drafts.freeSlots(ofCustomers(exchange)), backEnds);
        return new Reply.Page(200, new StaticTemplates().draftchoice(choice));
    }

    private boolean isConfigured(String slot) {
        return directory.sources().stream().anyMatch(source -> source.slot().equals(slot));
    }

    private static boolean isFor(Exchange exchange, BackEnd backEnd) {
        return backEnd.ofCustomers() == ofCustomers(exchange);
    }

    private static boolean ofCustomers(Exchange exchange) {
        return exchange.kind().equals(Kind.CUSTOMERS);
    }
}
