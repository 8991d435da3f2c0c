package org.clientele.admin.group;

import java.util.List;
import java.util.Optional;
import org.clientele.DirectoryException;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.access.Groups;
import org.clientele.admin.form.Carried;
import org.clientele.admin.form.Typed;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** The form that adds a group. */
public final class AddGroup {
    private final Groups groups;

    public AddGroup(Groups groups) {
        this.groups = groups;
    }

    public Reply form(Exchange exchange) {
        return page(exchange, GroupFields.empty(), GroupFault.NONE);
    }

    public Reply save(Exchange exchange) {
        Typed typed = GroupFields.sent(exchange);
        if (exchange.stalePost()) {
            return page(exchange, typed, GroupFault.page(403, exchange.words().get("form.stale.token")));
        }
        if (!typed.errors().isEmpty()) {
            return page(exchange, typed, GroupFault.fields(typed.errors()));
        }
        try {
            Group added = groups.add(
                    typed.value(GroupFields.NAME),
                    typed.value(GroupFields.COMMENT),
                    Validity.of(typed.value(GroupFields.VALIDITY)).orElseThrow(),
                    exchange.actor());
            return new Reply.Redirect(Carried.of(exchange).next(exchange, Long.toString(added.id()), "added"));
        } catch (DirectoryException e) {
            return page(exchange, typed, GroupFault.of(e, exchange.words()));
        }
    }

    private static Reply page(Exchange exchange, Typed typed, GroupFault fault) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        GroupView view = new GroupView(
                screen,
                true,
                "",
                carried.on(Links.to(screen.home() + "/add")).toString(),
                carried.list(screen).toString(),
                "",
                new GroupFields(screen.words()).views(typed.withErrors(fault.byVariable())),
                fault.messages(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new Reply.Page(fault.status(), new StaticTemplates().group(view));
    }
}
