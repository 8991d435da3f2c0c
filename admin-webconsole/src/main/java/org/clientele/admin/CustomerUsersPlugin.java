package org.clientele.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.SourceTests;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Permissions;
import org.clientele.admin.effective.EffectiveSection;
import org.clientele.admin.form.AddAction;
import org.clientele.admin.form.AddForm;
import org.clientele.admin.form.EditAction;
import org.clientele.admin.form.EditForm;
import org.clientele.admin.list.CustomerChoice;
import org.clientele.admin.list.CustomerSuggestions;
import org.clientele.admin.list.ListJson;
import org.clientele.admin.list.ListPage;
import org.clientele.admin.list.RecordJson;
import org.clientele.admin.list.ResultsFragment;
import org.clientele.admin.list.ValidityAction;
import org.clientele.admin.list.ValidityChanges;
import org.clientele.admin.source.TestAction;
import org.clientele.admin.source.TestPage;
import org.clientele.admin.transfer.ExportList;
import org.clientele.admin.transfer.ExportPage;
import org.clientele.admin.transfer.ImportScreens;
import org.clientele.admin.transfer.Imports;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;
import org.clientele.admin.web.ScreenServlet;
import org.clientele.admin.web.Site;
import org.clientele.admin.web.Tokens;
import org.clientele.customer.Customers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The screens <i>Customer Users</i>. */
@Component(
        service = Servlet.class,
        configurationPid = "org.clientele.directory",
        property = {
            "felix.webconsole.label=customer-users",
            "felix.webconsole.title=%users.title",
            "felix.webconsole.category=Users, Groups & Roles",
            "felix.webconsole.css=/customer-users/res/admin.css"
        })
public final class CustomerUsersPlugin extends ScreenServlet {
    private static final long serialVersionUID = 1L;

    private final transient Imports imports;

    @Activate
    public CustomerUsersPlugin(
            @Reference CustomerUsers users,
            @Reference Customers customers,
            @Reference Tokens tokens,
            @Reference GeneratedPasswords passwords,
            @Reference SourceTests tests,
            @Reference EffectivePermissions effective,
            @Reference Permissions permissions,
            @Reference Imports imports,
            @Reference ValidityChanges recent,
            Map<String, Object> properties) {
        this(
                users,
                imports,
                new Site(tokens, properties),
                routes(
                        users,
                        new CustomerChoice(customers),
                        passwords,
                        tests,
                        recent,
                        form(users, customers, passwords, new EffectiveSection(effective, permissions))));
    }

    private CustomerUsersPlugin(CustomerUsers users, Imports imports, Site site, List<Route> routes) {
        super(
                Kind.USERS,
                site,
                Stream.concat(routes.stream(), ImportScreens.routes(users, imports, site.words()).stream())
                        .toList());
        this.imports = imports;
    }

    /** The directory goes after this: what is under way would take its end for the end of all customer users. */
    @Deactivate
    public void deactivate() {
        imports.stop();
    }

    private static EditForm<CustomerUser> form(
            CustomerUsers users, Customers customers, GeneratedPasswords passwords, EffectiveSection effective) {
        return new EditForm<>(
                users,
                new CustomerChoice(customers),
                passwords,
                (screen, user) -> Optional.of(effective.of(screen, user)));
    }

    private static List<Route> routes(
            CustomerUsers users,
            CustomerChoice customers,
            GeneratedPasswords passwords,
            SourceTests tests,
            ValidityChanges recent,
            EditForm<CustomerUser> edit) {
        AddForm<CustomerUser> add = new AddForm<>(users, customers);
        return List.of(
                Route.get("", Role.VIEW, new ListPage<CustomerUser>(users, customers, passwords, tests, recent)),
                Route.post("/validity", Role.MANAGE_CUSTOMER_USERS, new ValidityAction(users, recent)),
                Route.get("/results.frag", Role.VIEW, new ResultsFragment(users, tests)),
                Route.get("/export", Role.VIEW, new ExportPage(users)),
                Route.get("/export.csv", Role.VIEW, new ExportList<>(users)),
                Route.get(".json", Role.VIEW, new ListJson(users)),
                Route.get("/user.json", Role.VIEW, new RecordJson<CustomerUser>(users)),
                Route.get("/suggestions.frag", Role.VIEW, new CustomerSuggestions(customers)),
                Route.get("/edit", Role.VIEW, edit),
                Route.post("/edit", Role.MANAGE_CUSTOMER_USERS, new EditAction<CustomerUser>(users, edit)),
                Route.get("/add", Role.MANAGE_CUSTOMER_USERS, add),
                Route.post("/add", Role.MANAGE_CUSTOMER_USERS, new AddAction<CustomerUser>(users, add, passwords)),
                Route.get("/test", Role.MANAGE_CUSTOMER_USERS, new TestPage(users)),
                Route.post("/test", Role.MANAGE_CUSTOMER_USERS, new TestAction(users, tests)));
    }
}
