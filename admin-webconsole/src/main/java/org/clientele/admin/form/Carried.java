package org.clientele.admin.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/**
 * The list that an administrator came from and wants to come back to.
 *
 * @param parameters its parameters as addresses of forms carry them
 */
public record Carried(Map<String, String> parameters) {

    /** What the address of a form carries. */
    public static Carried of(Exchange exchange) {
        Map<String, String> parameters = new LinkedHashMap<>();
        exchange.names().stream()
                .filter(name -> name.startsWith(FormParameter.LIST))
                .forEach(name -> parameters.put(name, exchange.text(name)));
        return new Carried(parameters);
    }

    /** The list itself. */
    public Links list(Screen screen) {
        Links list = Links.to(screen.home());
        parameters.forEach((name, value) -> list.with(name.substring(FormParameter.LIST.length()), value));
        return list;
    }

    Links add(Screen screen, String slot) {
        return on(Links.to(screen.home() + "/add").with(FormParameter.SOURCE, slot));
    }

    /** Where a record is edited. */
    public Links edit(Screen screen, String id) {
        return on(Links.to(screen.home() + "/edit").with(screen.kind().idParameter(), id));
    }

    /** Where the form of a record is sent to, which may have a field of any name. */
    public Links save(Screen screen, String id) {
        return on(Links.to(screen.home() + "/edit").with(FormParameter.ID, id));
    }

    /** Where the preferences of a record are sent to that itself cannot be changed. */
    Links preferences(Screen screen, String id) {
        return on(Links.to(screen.home() + "/preferences").with(FormParameter.ID, id));
    }

    /** Where to go after something was done: on with the record, or back to the overview. */
    public String next(Exchange exchange, String id, String done) {
        Screen screen = exchange.screen();
        return exchange.given(FormParameter.FINISH).isPresent()
                ? list(screen).with("done", done).with("id", id).toString()
                : edit(screen, id).with("done", done).toString();
    }

    /** An address with these parameters for the way back. */
    public Links on(Links links) {
        parameters.forEach(links::with);
        return links;
    }
}
