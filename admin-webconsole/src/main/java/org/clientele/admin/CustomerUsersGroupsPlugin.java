package org.clientele.admin;

import java.util.Map;
import javax.servlet.Servlet;
import org.clientele.CustomerUsers;
import org.clientele.access.Groups;
import org.clientele.access.Permissions;
import org.clientele.admin.relation.RecentChanges;
import org.clientele.admin.relation.RelationScreens;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.ScreenServlet;
import org.clientele.admin.web.Site;
import org.clientele.admin.web.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The screens <i>Customer Users ↔ Groups</i>. */
@Component(
        service = Servlet.class,
        configurationPid = "org.clientele.directory",
        property = {
            "felix.webconsole.label=customer-users-groups",
            "felix.webconsole.title=%usersGroups.title",
            "felix.webconsole.category=Users, Groups & Roles",
            "felix.webconsole.css=/customer-users-groups/res/admin.css"
        })
public final class CustomerUsersGroupsPlugin extends ScreenServlet {
    private static final long serialVersionUID = 1L;

    @Activate
    public CustomerUsersGroupsPlugin(
            @Reference CustomerUsers users,
            @Reference Groups groups,
            @Reference Permissions permissions,
            @Reference RecentChanges recent,
            @Reference Tokens tokens,
            Map<String, Object> properties) {
        this(RelationScreens.usersGroups(users, groups, permissions, recent), new Site(tokens, properties));
    }

    private CustomerUsersGroupsPlugin(RelationScreens screens, Site site) {
        super(Kind.USERS_GROUPS, site, screens.routes());
    }
}
