package org.clientele.admin.group;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.DirectoryException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.access.Groups;
import org.clientele.admin.form.Carried;
import org.clientele.admin.form.Conflict;
import org.clientele.admin.form.Related;
import org.clientele.admin.form.Typed;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** The form that changes a group, and who is in the group below it. */
public final class EditGroup {
    private static final Set<String> DONE = Set.of("added", "saved", "unchanged");

    private final Groups groups;
    private final GroupLookUp lookUp;
    private final MembersSection members;

    public EditGroup(Groups groups, MembersSection members) {
        this.groups = groups;
        this.lookUp = new GroupLookUp(groups);
        this.members = members;
    }

    public Reply form(Exchange exchange) throws StoreUnavailableException {
        Group group = lookUp.asked(exchange);
        return page(exchange, Optional.of(group), version(group), GroupFields.stored(group), GroupFault.NONE);
    }

    public Reply save(Exchange exchange) {
        Optional<Group> current = current(exchange);
        Typed typed = GroupFields.sent(exchange, current);
        if (exchange.stalePost()) {
            return stopped(exchange, current, typed, 403, exchange.words().get("form.stale.token"));
        }
        if (Conflict.isOpen(exchange)) {
            return stopped(exchange, current, typed, 422, exchange.words().get("conflict.open"));
        }
        if (!typed.errors().isEmpty()) {
            return again(exchange, typed, GroupFault.fields(typed.errors()));
        }
        if (typed.changed().isEmpty()) {
            return done(exchange, "unchanged");
        }
        try {
            groups.update(wanted(exchange, typed), exchange.actor());
            return done(exchange, "saved");
        } catch (StaleException e) {
            return stale(exchange, typed);
        } catch (DirectoryException e) {
            return again(exchange, typed, GroupFault.of(e, exchange.words()));
        }
    }

    private static Group wanted(Exchange exchange, Typed typed) {
        return new Group(
                GroupLookUp.id(exchange),
                typed.value(GroupFields.NAME),
                typed.value(GroupFields.COMMENT),
                Validity.of(typed.value(GroupFields.VALIDITY)).orElseThrow(),
                exchange.number(FormParameter.VERSION));
    }

    private static Reply done(Exchange exchange, String done) {
        return new Reply.Redirect(Carried.of(exchange).next(exchange, Long.toString(GroupLookUp.id(exchange)), done));
    }

    /** The form again with what was typed. */
    private Reply again(Exchange exchange, Typed typed, GroupFault fault) {
        String version = exchange.text(FormParameter.VERSION);
        return page(exchange, current(exchange), version, typed.withErrors(fault.byVariable()), fault);
    }

    /** The page that was sent, be it the form or the choice between two values. */
    private Reply stopped(Exchange exchange, Optional<Group> current, Typed typed, int status, String message) {
        return current.filter(any -> Conflict.isBeingSolved(exchange))
                .map(group -> GroupConflict.page(exchange, group, status, List.of(message)))
                .orElseGet(() -> again(exchange, typed, GroupFault.page(status, message)));
    }

    private Reply stale(Exchange exchange, Typed typed) {
        Optional<Group> current = current(exchange);
        if (current.isEmpty()) {
            String message = exchange.words().get("form.stale.record");
            return again(exchange, typed, GroupFault.page(409, message));
        }
        return GroupConflict.isVoid(exchange, current.get())
                ? done(exchange, "unchanged")
                : GroupConflict.page(exchange, current.get(), 409, List.of());
    }

    private static String version(Group group) {
        return Long.toString(group.version());
    }

    /** What was typed must not be lost because the store went away meanwhile. */
    private Optional<Group> current(Exchange exchange) {
        try {
            return lookUp.find(GroupLookUp.id(exchange));
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    private Reply page(Exchange exchange, Optional<Group> group, String version, Typed typed, GroupFault fault) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        String id = Long.toString(GroupLookUp.id(exchange));
        GroupView view = new GroupView(
                screen,
                false,
                group.map(Group::name).orElse(typed.value(GroupFields.NAME)),
                carried.edit(screen, id).toString(),
                carried.list(screen).toString(),
                version,
                new GroupFields(screen.words()).views(typed),
                fault.messages(),
                fault.messages().isEmpty() ? notice(exchange) : Optional.empty(),
                related(screen, id),
                group.map(one -> members.of(exchange, one)));
        return new Reply.Page(fault.status(), new StaticTemplates().group(view));
    }

    private static Optional<String> notice(Exchange exchange) {
        return exchange.filled("done")
                .filter(DONE::contains)
                .map(done -> exchange.words().get("groups.done." + done));
    }

    private static List<Related> related(Screen screen, String id) {
        return List.of(
                new Related(screen.words().get("groups.matrix.users"), matrix(screen, Kind.USERS_GROUPS, id)),
                new Related(screen.words().get("groups.matrix.customers"), matrix(screen, Kind.CUSTOMERS_GROUPS, id)));
    }

    private static String matrix(Screen screen, Kind relation, String id) {
        return Links.to(screen.home(relation) + "/matrix")
                .with(Kind.GROUPS.idParameter(), id)
                .toString();
    }
}
