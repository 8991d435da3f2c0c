package org.clientele.admin;

import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import org.clientele.SourceTests;
import org.clientele.admin.form.AddAction;
import org.clientele.admin.form.AddForm;
import org.clientele.admin.form.EditAction;
import org.clientele.admin.form.EditForm;
import org.clientele.admin.list.CustomerChoice;
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
import org.clientele.customer.Customer;
import org.clientele.customer.Customers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The screens <i>Customers</i>. */
@Component(
        service = Servlet.class,
        configurationPid = "org.clientele.directory",
        property = {
            "felix.webconsole.label=customers",
            "felix.webconsole.title=%customers.title",
            "felix.webconsole.category=Users, Groups & Roles",
            "felix.webconsole.css=/customers/res/admin.css"
        })
public final class CustomersPlugin extends ScreenServlet {
    private static final long serialVersionUID = 1L;

    @Activate
    public CustomersPlugin(
            @Reference Customers customers,
            @Reference Tokens tokens,
            @Reference GeneratedPasswords passwords,
            @Reference SourceTests tests,
            Map<String, Object> properties) {
        super(
                Kind.CUSTOMERS,
                new Site(tokens, properties),
                gets(customers, form(customers, passwords), passwords, tests),
                posts(customers, form(customers, passwords), passwords, tests));
    }

    private static EditForm<Customer> form(Customers customers, GeneratedPasswords passwords) {
        return new EditForm<>(
                customers, new CustomerChoice(customers), passwords, (screen, customer) -> Optional.empty());
    }

    private static Map<String, Action> gets(
            Customers customers, EditForm<Customer> form, GeneratedPasswords passwords, SourceTests tests) {
        CustomerChoice choice = new CustomerChoice(customers);
        return Map.of(
                "", new ListPage<Customer>(customers, choice, passwords, tests),
                "/results.frag", new ResultsFragment(customers, tests),
                "/test", new TestPage(customers),
                "/add", new AddForm<Customer>(customers, choice),
                "/edit", form,
                ".json", new ListJson(customers),
                "/customer.json", new RecordJson<Customer>(customers));
    }

    private static Map<String, Action> posts(
            Customers customers, EditForm<Customer> form, GeneratedPasswords passwords, SourceTests tests) {
        AddForm<Customer> add = new AddForm<>(customers, new CustomerChoice(customers));
        return Map.of(
                "/test", new TestAction(customers, tests),
                "/add", new AddAction<Customer>(customers, add, passwords),
                "/edit", new EditAction<Customer>(customers, form));
    }
}
