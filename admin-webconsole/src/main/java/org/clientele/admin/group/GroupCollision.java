package org.clientele.admin.group;

import java.util.List;
import org.clientele.access.Group;
import org.clientele.admin.form.Carried;
import org.clientele.admin.form.Collision;
import org.clientele.admin.form.CollisionView;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** The page on which somebody chooses between two states of a group. */
final class GroupCollision {
    private GroupCollision() {}

    /** Whether there is nothing to choose, since both changed the same. */
    static boolean isVoid(Exchange exchange, Group current) {
        return new Collision(exchange, GroupFields.stored(current)).isVoid();
    }

    /** @param current the group as it is stored */
    static Reply page(Exchange exchange, Group current, int status, List<String> messages) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        String address = carried.edit(screen, Long.toString(current.id())).toString();
        Collision collision = new Collision(exchange, GroupFields.stored(current));
        CollisionView view = new CollisionView(
                screen,
                current.name(),
                carried.list(screen).toString(),
                address,
                address,
                Long.toString(current.version()),
                "",
                collision.differences(new GroupFields(screen.words())),
                collision.hidden(),
                false,
                messages);
        return new Reply.Page(status, new StaticTemplates().collision(view));
    }
}
