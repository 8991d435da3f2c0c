package org.clientele.admin.form;

import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/** The search that an administrator came from and wants to come back to. */
record Carried(String search, boolean includeInvalid) {

    static Carried of(Exchange exchange) {
        return new Carried(exchange.text("search"), exchange.flag("includeInvalid"));
    }

    Links list(Screen screen) {
        return on(Links.to(screen.home()));
    }

    Links add(Screen screen, String slot) {
        return on(Links.to(screen.home() + "/add").with("source", slot));
    }

    Links edit(Screen screen, String id) {
        return on(Links.to(screen.home() + "/edit").with(screen.kind().idParameter(), id));
    }

    /** Where to go after something was done: on with the record, or back to the overview. */
    String next(Exchange exchange, String id, String done) {
        Screen screen = exchange.screen();
        return exchange.given("saveAndFinish").isPresent()
                ? list(screen).with("done", done).with("id", id).toString()
                : edit(screen, id).with("done", done).toString();
    }

    private Links on(Links links) {
        return links.with("search", search).with("includeInvalid", includeInvalid);
    }
}
