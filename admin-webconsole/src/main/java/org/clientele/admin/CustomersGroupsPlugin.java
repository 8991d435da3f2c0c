package org.clientele.admin;

import java.util.Map;
import javax.servlet.Servlet;
import org.clientele.access.Groups;
import org.clientele.access.Permissions;
import org.clientele.admin.relation.RecentChanges;
import org.clientele.admin.relation.RelationScreens;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.ScreenServlet;
import org.clientele.admin.web.Site;
import org.clientele.admin.web.Tokens;
import org.clientele.customer.Customers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The screens <i>Customers ↔ Groups</i>. */
@Component(
        service = Servlet.class,
        configurationPid = "org.clientele.directory",
        property = {
            "felix.webconsole.label=customers-groups",
            "felix.webconsole.title=%customersGroups.title",
            "felix.webconsole.category=Users, Groups & Roles",
            "felix.webconsole.css=/customers-groups/res/admin.css"
        })
public final class CustomersGroupsPlugin extends ScreenServlet {
    private static final long serialVersionUID = 1L;

    @Activate
    public CustomersGroupsPlugin(
            @Reference Customers customers,
            @Reference Groups groups,
            @Reference Permissions permissions,
            @Reference RecentChanges recent,
            @Reference Tokens tokens,
            Map<String, Object> properties) {
        this(RelationScreens.customersGroups(customers, groups, permissions, recent), new Site(tokens, properties));
    }

    private CustomersGroupsPlugin(RelationScreens screens, Site site) {
        super(Kind.CUSTOMERS_GROUPS, site, screens.routes());
    }
}
