package org.clientele.admin;

import java.util.Map;
import javax.servlet.Servlet;
import org.clientele.CustomerUsers;
import org.clientele.access.Assignments;
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

/** The screens <i>Customer Users ↔ Customers</i>. */
@Component(
        service = Servlet.class,
        configurationPid = "org.clientele.directory",
        property = {
            "felix.webconsole.label=customer-users-customers",
            "felix.webconsole.title=%usersCustomers.title",
            "felix.webconsole.category=Users, Groups & Roles",
            "felix.webconsole.css=/customer-users-customers/res/admin.css"
        })
public final class CustomerUsersCustomersPlugin extends ScreenServlet {
    private static final long serialVersionUID = 1L;

    @Activate
    public CustomerUsersCustomersPlugin(
            @Reference CustomerUsers users,
            @Reference Customers customers,
            @Reference Assignments assignments,
            @Reference RecentChanges recent,
            @Reference Tokens tokens,
            Map<String, Object> properties) {
        this(RelationScreens.usersCustomers(users, customers, assignments, recent), new Site(tokens, properties));
    }

    private CustomerUsersCustomersPlugin(RelationScreens screens, Site site) {
        super(Kind.USERS_CUSTOMERS, site, screens.routes());
    }
}
