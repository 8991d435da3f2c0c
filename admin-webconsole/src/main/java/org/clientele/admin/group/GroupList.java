package org.clientele.admin.group;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.StoreUnavailableException;
import org.clientele.access.Group;
import org.clientele.access.Groups;
import org.clientele.admin.group.GroupsView.Done;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;

/** The list of groups: as a page, as the part of it that changes while somebody types, and as JSON. */
public final class GroupList {
    private static final Set<String> DONE = Set.of("added", "saved", "unchanged");

    private final Groups groups;

    public GroupList(Groups groups) {
        this.groups = groups;
    }

    public Reply page(Exchange exchange) throws StoreUnavailableException {
        return new Reply.Page(200, new StaticTemplates().groups(view(exchange)));
    }

    public Reply live(Exchange exchange) throws StoreUnavailableException {
        GroupsView view = view(exchange);
        return new Reply.Fragment(
                200,
                new StaticTemplates().livegroups(view),
                Map.of("HX-Replace-Url", view.query().address(view.screen())));
    }

    public Reply json(Exchange exchange) throws StoreUnavailableException {
        exchange.requireParametersAmong(GroupsQuery.PARAMETERS);
        List<Group> found = GroupsQuery.of(exchange).among(groups.list());
        return new Reply.Json(
                200, Map.of("rows", found.stream().map(GroupJson::group).toList()));
    }

    private GroupsView view(Exchange exchange) throws StoreUnavailableException {
        GroupsQuery query = GroupsQuery.of(exchange);
        List<Group> all = groups.list();
        return new GroupsView(exchange.screen(), query, query.among(all), !all.isEmpty(), done(exchange, all));
    }

    /** Only what is really there is announced: the address could come from anywhere. */
    private static Optional<Done> done(Exchange exchange, List<Group> all) {
        String what = exchange.text("done");
        return all.stream()
                .filter(group ->
                        DONE.contains(what) && Long.toString(group.id()).equals(exchange.text("id")))
                .findFirst()
                .map(group -> new Done(group, exchange.words().get("groups.done." + what)));
    }
}
