package org.clientele.admin.privacy;

import org.clientele.DirectoryException;
import org.clientele.NotFoundException;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Reply;
import org.clientele.privacy.Anonymisation;
import org.clientele.privacy.Anonymised;
import org.clientele.privacy.DataProtection;

/** Anonymises a customer user, once his login was typed. */
public final class AnonymiseAction implements Action {
    private final DataProtection protection;
    private final AnonymisePage page;

    public AnonymiseAction(DataProtection protection, AnonymisePage page) {
        this.protection = protection;
        this.page = page;
    }

    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        String login = AnonymisePage.login(exchange);
        Wish wish = Wish.of(exchange);
        if (exchange.stalePost()) {
            return page.again(
                    exchange, AnonymiseFaults.page(403, exchange.words().get("form.stale.token")));
        }
        if (!wish.confirmation().strip().equals(login.strip())) {
            return page.again(
                    exchange,
                    AnonymiseFaults.confirmation(exchange.words().get("anonymise.confirmation.wrong", login)));
        }
        try {
            return done(exchange, protection.anonymise(asked(exchange, login, wish)));
        } catch (NotFoundException e) {
            throw e;
        } catch (DirectoryException e) {
            return page.again(exchange, AnonymiseFaults.of(e, exchange.words()));
        }
    }

    private static Anonymisation asked(Exchange exchange, String login, Wish wish) {
        return new Anonymisation(
                login, wish.neutralName(), wish.keepLogin(), exchange.text(FormParameter.VERSION), exchange.actor());
    }

    private static Reply done(Exchange exchange, Anonymised anonymised) {
        return new Reply.Redirect(Links.to(exchange.screen().home() + "/edit")
                .with(exchange.kind().idParameter(), anonymised.login())
                .with("done", anonymised.record() ? "anonymised" : "forgotten")
                .toString());
    }
}
