package org.clientele.admin;

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
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Kind;
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
        super(
                Kind.GROUPS,
                new Site(tokens, properties),
                gets(groups, permissions, effective),
                posts(groups, permissions, effective));
    }

    private static Map<String, Action> gets(Groups groups, Permissions permissions, EffectivePermissions effective) {
        GroupList list = new GroupList(groups);
        GroupJson json = new GroupJson(groups, effective);
        return Map.of(
                "",
                list::page,
                "/results.frag",
                list::live,
                ".json",
                list::json,
                "/add",
                new AddGroup(groups)::form,
                "/edit",
                edit(groups, permissions, effective)::form,
                "/group.json",
                json::record,
                "/members.json",
                json::members);
    }

    private static Map<String, Action> posts(Groups groups, Permissions permissions, EffectivePermissions effective) {
        return Map.of(
                "/add", new AddGroup(groups)::save,
                "/edit", edit(groups, permissions, effective)::save);
    }

    private static EditGroup edit(Groups groups, Permissions permissions, EffectivePermissions effective) {
        return new EditGroup(groups, new MembersSection(effective, permissions));
    }
}
