package org.clientele.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.clientele.admin.privacy.AnonymiseAction;
import org.clientele.admin.privacy.AnonymisePage;
import org.clientele.admin.privacy.PersonDownload;
import org.clientele.admin.privacy.ProtectionLinks;
import org.clientele.admin.source.TestAction;
import org.clientele.admin.source.TestPage;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;
import org.clientele.admin.web.ScreenServlet;
import org.clientele.admin.web.Site;
import org.clientele.admin.web.Tokens;
import org.clientele.customer.Customers;
import org.clientele.privacy.DataProtection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
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

    @Activate
    public CustomerUsersPlugin(
            @Reference CustomerUsers users,
            @Reference Customers customers,
            @Reference Tokens tokens,
            @Reference GeneratedPasswords passwords,
            @Reference SourceTests tests,
            @Reference EffectivePermissions effective,
            @Reference Permissions permissions,
            @Reference DataProtection protection,
            Map<String, Object> properties) {
        super(
                Kind.USERS,
                new Site(tokens, properties),
                routes(
                        users,
                        new CustomerChoice(customers),
                        passwords,
                        tests,
                        form(users, customers, passwords, new EffectiveSection(effective, permissions)),
                        protection));
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
            EditForm<CustomerUser> edit,
            DataProtection protection) {
        AddForm<CustomerUser> add = new AddForm<>(users, customers);
        AnonymisePage anonymise = new AnonymisePage(protection);
        return List.of(
                Route.get(ProtectionLinks.EXPORT, Role.MANAGE_CUSTOMER_USERS, new PersonDownload(protection)),
                Route.get(ProtectionLinks.ANONYMISE, Role.MANAGE_CUSTOMER_USERS, anonymise),
                Route.post(
                        ProtectionLinks.ANONYMISE,
                        Role.MANAGE_CUSTOMER_USERS,
                        new AnonymiseAction(protection, anonymise)),
                Route.get("", Role.VIEW, new ListPage<CustomerUser>(users, customers, passwords, tests)),
                Route.get("/results.frag", Role.VIEW, new ResultsFragment(users, tests)),
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
