package org.clientele.admin;

import java.util.List;
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
import org.clientele.admin.transfer.ExportList;
import org.clientele.admin.transfer.ExportPage;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;
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
        super(Kind.CUSTOMERS, new Site(tokens, properties), routes(customers, passwords, tests));
    }

    private static EditForm<Customer> form(Customers customers, GeneratedPasswords passwords) {
        return new EditForm<>(
                customers, new CustomerChoice(customers), passwords, (screen, customer) -> Optional.empty());
    }

    private static List<Route> routes(Customers customers, GeneratedPasswords passwords, SourceTests tests) {
        CustomerChoice choice = new CustomerChoice(customers);
        AddForm<Customer> add = new AddForm<>(customers, choice);
        EditForm<Customer> edit = form(customers, passwords);
        return List.of(
                Route.get("", Role.VIEW, new ListPage<Customer>(customers, choice, passwords, tests)),
                Route.get("/results.frag", Role.VIEW, new ResultsFragment(customers, tests)),
                Route.get("/export", Role.VIEW, new ExportPage(customers)),
                Route.get("/export.csv", Role.VIEW, new ExportList<>(customers)),
                Route.get(".json", Role.VIEW, new ListJson(customers)),
                Route.get("/customer.json", Role.VIEW, new RecordJson<Customer>(customers)),
                Route.get("/edit", Role.VIEW, edit),
                Route.post("/edit", Role.MANAGE_CUSTOMERS, new EditAction<Customer>(customers, edit)),
                Route.get("/add", Role.MANAGE_CUSTOMERS, add),
                Route.post("/add", Role.MANAGE_CUSTOMERS, new AddAction<Customer>(customers, add, passwords)),
                Route.get("/test", Role.MANAGE_CUSTOMERS, new TestPage(customers)),
                Route.post("/test", Role.MANAGE_CUSTOMERS, new TestAction(customers, tests)));
    }
}
