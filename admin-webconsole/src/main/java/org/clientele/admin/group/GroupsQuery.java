package org.clientele.admin.group;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/**
 * The parameters of the list of groups, the same for the page, its live part and its JSON twin.
 *
 * @param search a text in name or comment
 * @param includeInvalid whether invalid groups are listed
 */
public record GroupsQuery(String search, boolean includeInvalid) {
    static final List<String> PARAMETERS = List.of("search", "includeInvalid");

    static GroupsQuery of(Exchange exchange) {
        return new GroupsQuery(exchange.text("search"), exchange.flag("includeInvalid"));
    }

    /** Those of {@code groups} that are asked for. */
    List<Group> among(List<Group> groups) {
        return groups.stream().filter(this::matches).toList();
    }

    private boolean matches(Group group) {
        String text = lower(search.strip());
        return (includeInvalid || group.validity() == Validity.VALID)
                && Stream.of(group.name(), group.comment())
                        .anyMatch(value -> lower(value).contains(text));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public GroupsQuery withIncludeInvalid() {
        return new GroupsQuery(search, true);
    }

    public String address(Screen screen) {
        return on(Links.to(screen.home()), "").toString();
    }

    /** Where a group is edited, with these parameters for the way back. */
    public String edit(Screen screen, Group group) {
        Links form = Links.to(screen.home() + "/edit").with(screen.kind().idParameter(), Long.toString(group.id()));
        return on(form, FormParameter.LIST).toString();
    }

    /** Where a group is added, with these parameters for the way back. */
    public String add(Screen screen) {
        return on(Links.to(screen.home() + "/add"), FormParameter.LIST).toString();
    }

    private Links on(Links links, String prefix) {
        return links.with(prefix + "search", search).with(prefix + "includeInvalid", includeInvalid);
    }
}
