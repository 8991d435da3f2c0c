package org.clientele.admin;

import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import org.clientele.CustomerUsers;
import org.clientele.admin.audit.AuditPages;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;
import org.clientele.admin.web.ScreenServlet;
import org.clientele.admin.web.Site;
import org.clientele.admin.web.Tokens;
import org.clientele.audit.AuditLog;
import org.clientele.customer.Customers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The screen <i>Audit</i>. */
@Component(
        service = Servlet.class,
        configurationPid = "org.clientele.directory",
        property = {
            "felix.webconsole.label=customer-user-audit",
            "felix.webconsole.title=%audit.title",
            "felix.webconsole.category=Users, Groups & Roles",
            "felix.webconsole.css=/customer-user-audit/res/admin.css"
        })
public final class CustomerUserAuditPlugin extends ScreenServlet {
    private static final long serialVersionUID = 1L;

    @Activate
    public CustomerUserAuditPlugin(
            @Reference AuditLog log,
            @Reference CustomerUsers users,
            @Reference Customers customers,
            @Reference Tokens tokens,
            Map<String, Object> properties) {
        super(Kind.AUDIT, new Site(tokens, properties), routes(new AuditPages(log, users, customers)));
    }

    private static List<Route> routes(AuditPages pages) {
        return List.of(
                Route.get("", Role.VIEW, pages::page),
                Route.get(".json", Role.VIEW, pages::json),
                Route.get("/list.csv", Role.VIEW, pages::file));
    }
}
