package org.clientele.admin;

import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Groups;
import org.clientele.access.Permissions;
import org.clientele.admin.group.AddGroup;
import org.clientele.admin.group.EditGroup;
import org.clientele.admin.group.GroupJson;
import org.clientele.admin.group.GroupList;
import org.clientele.admin.group.MembersSection;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;
import org.clientele.admin.web.ScreenServlet;
import org.clientele.admin.web.Site;
import org.clientele.admin.web.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The screens <i>Groups</i>. */
@Component(
        service = Servlet.class,
        configurationPid = "org.clientele.directory",
        property = {
            "felix.webconsole.label=groups",
            "felix.webconsole.title=%groups.title",
            "felix.webconsole.category=Users, Groups & Roles",
            "felix.webconsole.css=/groups/res/admin.css"
        })
public final class GroupsPlugin extends ScreenServlet {
    private static final long serialVersionUID = 1L;

    @Activate
    public GroupsPlugin(
            @Reference Groups groups,
            @Reference Permissions permissions,
            @Reference EffectivePermissions effective,
            @Reference Tokens tokens,
            Map<String, Object> properties) {
        super(Kind.GROUPS, new Site(tokens, properties), routes(groups, permissions, effective));
    }

    private static List<Route> routes(Groups groups, Permissions permissions, EffectivePermissions effective) {
        GroupList list = new GroupList(groups);
        GroupJson json = new GroupJson(groups, effective);
        AddGroup add = new AddGroup(groups);
        EditGroup edit = new EditGroup(groups, new MembersSection(effective, permissions));
        return List.of(
                Route.get("", Role.VIEW, list::page),
                Route.get("/results.frag", Role.VIEW, list::live),
                Route.get(".json", Role.VIEW, list::json),
                Route.get("/add", Role.MANAGE_CUSTOMERS, add::form),
                Route.get("/edit", Role.VIEW, edit::form),
                Route.get("/group.json", Role.VIEW, json::record),
                Route.get("/members.json", Role.VIEW, json::members),
                Route.post("/add", Role.MANAGE_CUSTOMERS, add::save),
                Route.post("/edit", Role.MANAGE_CUSTOMERS, edit::save));
    }
}
