package org.clientele.admin.conflict;

import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.conflict.Conflict.UnfinishedRename;
import org.clientele.conflict.Conflict.UnfinishedRename.Place;
import org.clientele.conflict.Conflict.UnfinishedRename.Renamed;
import org.clientele.conflict.ConflictKind;
import org.clientele.conflict.Conflicts;

/** Settles a conflict as somebody decided. */
public final class ConflictDecision implements Action {
    private static final String DECISION = "decision";

    private final Conflicts conflicts;
    private final ConflictsScreen page;

    public ConflictDecision(Conflicts conflicts, ConflictsScreen page) {
        this.conflicts = conflicts;
        this.page = page;
    }

    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        if (exchange.stalePost()) {
            return page.page(exchange, 403, exchange.words().get("form.stale.token"));
        }
        try {
            return switch (exchange.text(DECISION)) {
                case "finish" -> finish(exchange);
                case "same", "another" -> decide(exchange, exchange.text(DECISION));
                default -> throw new Refusal(422, exchange.words().get("bad.missing", DECISION));
            };
        } catch (StaleException | NotFoundException e) {
            return page.page(exchange, 409, exchange.words().get("conflict.stale"));
        }
    }

    private Reply finish(Exchange exchange) throws DirectoryException {
        Renamed of = exchange.text("of").equals(Renamed.CUSTOMER.name()) ? Renamed.CUSTOMER : Renamed.CUSTOMER_USER;
        UnfinishedRename rename = new UnfinishedRename(
                of, exchange.text("id"), exchange.text("newId"), exchange.text("sourceId"), Place.UNKNOWN);
        if (conflicts.finish(rename, exchange.actor()) == Place.UNKNOWN) {
            return page.page(exchange, 409, exchange.words().get("conflict.finish.unknown"));
        }
        return done(exchange, ConflictKind.UNFINISHED_RENAME, "finish");
    }

    /** What cannot be taken back needs more than a click. */
    private Reply decide(Exchange exchange, String decision) throws DirectoryException {
        if (!exchange.flag("sure")) {
            return page.page(exchange, 422, exchange.words().get("conflict.sure.missing"));
        }
        String login = exchange.text("login");
        String remembered = exchange.text("remembered");
        String told = exchange.text("told");
        if (decision.equals("same")) {
            conflicts.samePerson(login, remembered, told, exchange.actor());
        } else {
            conflicts.anotherPerson(login, remembered, told, exchange.actor());
        }
        return done(exchange, ConflictKind.SUSPENDED_REFERENCE, decision);
    }

    private static Reply done(Exchange exchange, ConflictKind kind, String decision) {
        String address = Links.to(exchange.screen().home() + ConflictsQuery.PATH)
                .with(ConflictsQuery.KIND, kind.key())
                .with("done", decision)
                .toString();
        return new Reply.Redirect(address, Optional.empty());
    }
}
