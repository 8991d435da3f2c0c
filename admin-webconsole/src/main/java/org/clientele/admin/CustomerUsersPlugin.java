package org.clientele.admin;

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
import org.clientele.admin.source.TestAction;
import org.clientele.admin.source.TestPage;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Kind;
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
            @Reference Tokens tokens,
            @Reference GeneratedPasswords passwords,
            @Reference SourceTests tests,
            @Reference EffectivePermissions effective,
            @Reference Permissions permissions,
            Map<String, Object> properties) {
        this(
                users,
                new CustomerChoice(customers),
                passwords,
                tests,
                form(users, customers, passwords, new EffectiveSection(effective, permissions)),
                new Site(tokens, properties));
    }

    private static EditForm<CustomerUser> form(
            CustomerUsers users, Customers customers, GeneratedPasswords passwords, EffectiveSection effective) {
        return new EditForm<>(
                users,
                new CustomerChoice(customers),
                passwords,
                (screen, user) -> Optional.of(effective.of(screen, user)));
    }

    private CustomerUsersPlugin(
            CustomerUsers users,
            CustomerChoice customers,
            GeneratedPasswords passwords,
            SourceTests tests,
            EditForm<CustomerUser> form,
            Site site) {
        super(
                Kind.USERS,
                site,
                gets(users, customers, passwords, tests, form),
                posts(users, customers, passwords, tests, form));
    }

    private static Map<String, Action> gets(
            CustomerUsers users,
            CustomerChoice customers,
            GeneratedPasswords passwords,
            SourceTests tests,
            EditForm<CustomerUser> form) {
        return Map.of(
                "", new ListPage<CustomerUser>(users, customers, passwords, tests),
                "/results.frag", new ResultsFragment(users, tests),
                "/test", new TestPage(users),
                "/suggestions.frag", new CustomerSuggestions(customers),
                "/add", new AddForm<CustomerUser>(users, customers),
                "/edit", form,
                ".json", new ListJson(users),
                "/user.json", new RecordJson<CustomerUser>(users));
    }

    private static Map<String, Action> posts(
            CustomerUsers users,
            CustomerChoice customers,
            GeneratedPasswords passwords,
            SourceTests tests,
            EditForm<CustomerUser> form) {
        return Map.of(
                "/test",
                new TestAction(users, tests),
                "/add",
                new AddAction<CustomerUser>(users, new AddForm<>(users, customers), passwords),
                "/edit",
                new EditAction<CustomerUser>(users, form));
    }
}
