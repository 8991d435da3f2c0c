package org.clientele.admin.form;

import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.LocalDisabling;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** Disables a customer user here, or takes that back; which one, the button says. */
public final class DisableAction implements Action {
    /** The path below the screens of customer users. */
    public static final String PATH = "/disabled";

    static final String COMMENT = "comment";
    private static final String SET = "set";
    private static final String DISABLE = "disable";
    private static final String ENABLE = "enable";

    private final LocalDisabling disabling;
    private final EditForm<CustomerUser> form;

    public DisableAction(LocalDisabling disabling, EditForm<CustomerUser> form) {
        this.disabling = disabling;
        this.form = form;
    }

    static Links address(Screen screen, String login) {
        return Links.to(screen.home() + PATH).with(FormParameter.ID, login);
    }

    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        String login = EditForm.id(exchange);
        String set = exchange.text(SET);
        if (!set.equals(DISABLE) && !set.equals(ENABLE)) {
            throw new Refusal(422, exchange.words().get("bad.missing", SET));
        }
        if (exchange.stalePost()) {
            return form.notDisabled(exchange, 403, exchange.words().get("form.stale.token"));
        }
        try {
            boolean disable = set.equals(DISABLE);
            Actor actor = exchange.actor();
            CustomerUser user =
                    disable ? disabling.disable(login, exchange.text(COMMENT), actor) : disabling.enable(login, actor);
            String done = disable ? "disabled" : "enabled";
            return new Reply.Redirect(Carried.of(exchange)
                    .edit(exchange.screen(), user.login())
                    .with("done", done)
                    .toString());
        } catch (InvalidInputException e) {
            String fault = exchange.words()
                    .get("disabled.refused." + e.messages().keySet().iterator().next(), LocalDisabling.LONGEST_COMMENT);
            return form.notDisabled(exchange, 422, fault);
        }
    }
}
