package org.clientele.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import org.clientele.CustomerUser;
import org.clientele.CustomerUserPreferences;
import org.clientele.CustomerUsers;
import org.clientele.SourceTests;
import org.clientele.access.Assignments;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Permissions;
import org.clientele.admin.effective.EffectiveSection;
import org.clientele.admin.form.AddAction;
import org.clientele.admin.form.AddForm;
import org.clientele.admin.form.EditAction;
import org.clientele.admin.form.EditForm;
import org.clientele.admin.form.PreferenceFields;
import org.clientele.admin.form.PreferencesAction;
import org.clientele.admin.form.PreferencesJson;
import org.clientele.admin.form.Saving;
import org.clientele.admin.list.CustomerChoice;
import org.clientele.admin.list.CustomerSuggestions;
import org.clientele.admin.list.ListJson;
import org.clientele.admin.list.ListPage;
import org.clientele.admin.list.RecordJson;
import org.clientele.admin.list.ResultsFragment;
import org.clientele.admin.source.TestAction;
import org.clientele.admin.source.TestPage;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.OneTimeNotices;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;
import org.clientele.admin.web.ScreenServlet;
import org.clientele.admin.web.Site;
import org.clientele.admin.web.Tokens;
import org.clientele.customer.Customers;
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
            @Reference CustomerUserPreferences preferences,
            @Reference Assignments assignments,
            @Reference EffectivePermissions effective,
            @Reference Permissions permissions,
            @Reference Tokens tokens,
            @Reference GeneratedPasswords passwords,
            @Reference OneTimeNotices told,
            @Reference SourceTests tests,
            Map<String, Object> properties) {
        this(
                users,
                new CustomerChoice(customers),
                PreferenceFields.of(preferences),
                new PreferencesJson(users, preferences),
                passwords,
                told,
                tests,
                new EffectiveSection(effective, permissions, assignments),
                new Site(tokens, properties));
    }

    private CustomerUsersPlugin(
            CustomerUsers users,
            CustomerChoice customers,
            PreferenceFields preferences,
            PreferencesJson json,
            GeneratedPasswords passwords,
            OneTimeNotices told,
            SourceTests tests,
            EffectiveSection effective,
            Site site) {
        super(
                Kind.USERS,
                site,
                Stream.of(
                                lists(users, customers, passwords, told, tests),
                                records(users, json),
                                forms(
                                        users,
                                        customers,
                                        preferences,
                                        passwords,
                                        new EditForm<CustomerUser>(
                                                users,
                                                customers,
                                                passwords,
                                                told,
                                                preferences,
                                                (screen, user) -> Optional.of(effective.of(screen, user)))))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Route> lists(
            CustomerUsers users,
            CustomerChoice customers,
            GeneratedPasswords passwords,
            OneTimeNotices told,
            SourceTests tests) {
        return List.of(
                Route.get("", Role.VIEW, new ListPage<CustomerUser>(users, customers, passwords, told, tests)),
                Route.get("/results.frag", Role.VIEW, new ResultsFragment(users, customers, tests)),
                Route.get("/suggestions.frag", Role.VIEW, new CustomerSuggestions(customers)),
                Route.get("/test", Role.MANAGE_CUSTOMER_USERS, new TestPage(users)),
                Route.post("/test", Role.MANAGE_CUSTOMER_USERS, new TestAction(users, tests)));
    }

    private static List<Route> records(CustomerUsers users, PreferencesJson json) {
        return List.of(
                Route.get(".json", Role.VIEW, new ListJson(users)),
                Route.get("/user.json", Role.VIEW, new RecordJson<CustomerUser>(users)),
                Route.get("/preferences.json", Role.VIEW, json));
    }

    private static List<Route> forms(
            CustomerUsers users,
            CustomerChoice customers,
            PreferenceFields preferences,
            GeneratedPasswords passwords,
            EditForm<CustomerUser> edit) {
        AddForm<CustomerUser> add = new AddForm<>(users, customers, preferences);
        Role manage = Role.MANAGE_CUSTOMER_USERS;
        return List.of(
                Route.get("/edit", Role.VIEW, edit),
                Route.post("/edit", manage, new EditAction<>(users, edit, preferences, Saving.plain(users))),
                Route.post("/preferences", manage, new PreferencesAction<CustomerUser>(users, edit, preferences)),
                Route.get("/add", manage, add),
                Route.post("/add", manage, new AddAction<CustomerUser>(users, add, edit, passwords, preferences)));
    }
}
