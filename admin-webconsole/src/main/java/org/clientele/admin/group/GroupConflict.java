package org.clientele.admin.group;

import java.util.List;
import org.clientele.access.Group;
import org.clientele.admin.form.Carried;
import org.clientele.admin.form.Conflict;
import org.clientele.admin.form.ConflictView;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** The page on which somebody chooses between two states of a group. */
final class GroupConflict {
    private GroupConflict() {}

    /** Whether there is nothing to choose, since both changed the same. */
    static boolean isVoid(Exchange exchange, Group current) {
        return new Conflict(exchange, GroupFields.stored(current)).isVoid();
    }

    /** @param current the group as it is stored */
    static Reply page(Exchange exchange, Group current, int status, List<String> messages) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        String address = carried.edit(screen, Long.toString(current.id())).toString();
        Conflict conflict = new Conflict(exchange, GroupFields.stored(current));
        ConflictView view = new ConflictView(
                screen,
                current.name(),
                carried.list(screen).toString(),
                address,
                address,
                Long.toString(current.version()),
                "",
                conflict.differences(new GroupFields(screen.words())),
                conflict.hidden(),
                false,
                messages);
        return new Reply.Page(status, new StaticTemplates().conflict(view));
    }
}
