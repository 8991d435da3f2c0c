package org.clientele.admin;

import java.util.Map;
import javax.servlet.Servlet;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.SourceTests;
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
            Map<String, Object> properties) {
        super(
                Kind.USERS,
                new Site(tokens, properties),
                gets(users, new CustomerChoice(customers), passwords, tests),
                posts(users, new CustomerChoice(customers), passwords, tests));
    }

    private static Map<String, Action> gets(
            CustomerUsers users, CustomerChoice customers, GeneratedPasswords passwords, SourceTests tests) {
        return Map.of(
                "", new ListPage<CustomerUser>(users, customers, passwords, tests),
                "/results.frag", new ResultsFragment(users, tests),
                "/test", new TestPage(users),
                "/suggestions.frag", new CustomerSuggestions(customers),
                "/add", new AddForm<CustomerUser>(users, customers),
                "/edit", new EditForm<CustomerUser>(users, customers, passwords),
                ".json", new ListJson(users),
                "/user.json", new RecordJson<CustomerUser>(users));
    }

    private static Map<String, Action> posts(
            CustomerUsers users, CustomerChoice customers, GeneratedPasswords passwords, SourceTests tests) {
        return Map.of(
                "/test",
                new TestAction(users, tests),
                "/add",
                new AddAction<CustomerUser>(users, new AddForm<>(users, customers), passwords),
                "/edit",
                new EditAction<CustomerUser>(users, new EditForm<>(users, customers, passwords)));
    }
}
