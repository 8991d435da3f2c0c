package org.clientele.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import org.clientele.CustomerUsers;
import org.clientele.SourceDrafts;
import org.clientele.SourceTests;
import org.clientele.admin.form.AddAction;
import org.clientele.admin.form.AddForm;
import org.clientele.admin.form.CustomerSaving;
import org.clientele.admin.form.EditAction;
import org.clientele.admin.form.EditForm;
import org.clientele.admin.form.PreferenceFields;
import org.clientele.admin.list.CustomerChoice;
import org.clientele.admin.list.ListJson;
import org.clientele.admin.list.ListPage;
import org.clientele.admin.list.RecordJson;
import org.clientele.admin.list.ResultsFragment;
import org.clientele.admin.source.DraftForm;
import org.clientele.admin.source.DraftTest;
import org.clientele.admin.source.TestAction;
import org.clientele.admin.source.TestPage;
import org.clientele.admin.transfer.ExportList;
import org.clientele.admin.transfer.ExportPage;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.OneTimeNotices;
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
            @Reference CustomerUsers users,
            @Reference Tokens tokens,
            @Reference GeneratedPasswords passwords,
            @Reference OneTimeNotices told,
            @Reference SourceTests tests,
            @Reference SourceDrafts drafts,
            Map<String, Object> properties) {
        this(
                customers,
                new CustomerSaving(customers, users, told),
                new CustomerChoice(customers),
                passwords,
                told,
                tests,
                drafts,
                new Site(tokens, properties));
    }

    private CustomersPlugin(
            Customers customers,
            CustomerSaving saving,
            CustomerChoice choice,
            GeneratedPasswords passwords,
            OneTimeNotices told,
            SourceTests tests,
            SourceDrafts drafts,
            Site site) {
        super(
                Kind.CUSTOMERS,
                site,
                Stream.of(
                                lists(customers, choice, passwords, told, tests),
                                drafts(customers, drafts),
                                forms(
                                        customers,
                                        choice,
                                        saving,
                                        passwords,
                                        new EditForm<Customer>(
                                                customers,
                                                choice,
                                                passwords,
                                                told,
                                                PreferenceFields.none(),
                                                (screen, customer) -> Optional.empty())))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Route> lists(
            Customers customers,
            CustomerChoice choice,
            GeneratedPasswords passwords,
            OneTimeNotices told,
            SourceTests tests) {
        return List.of(
                Route.get("", Role.VIEW, new ListPage<Customer>(customers, choice, passwords, told, tests)),
                Route.get("/results.frag", Role.VIEW, new ResultsFragment(customers, choice, tests)),
                Route.get("/export", Role.VIEW, new ExportPage(customers)),
                Route.get("/export.csv", Role.VIEW, new ExportList<>(customers)),
                Route.get(".json", Role.VIEW, new ListJson(customers)),
                Route.get("/customer.json", Role.VIEW, new RecordJson<Customer>(customers)),
                Route.get("/test", Role.MANAGE_CUSTOMERS, new TestPage(customers)),
                Route.post("/test", Role.MANAGE_CUSTOMERS, new TestAction(customers, tests)));
    }

    private static List<Route> drafts(Customers customers, SourceDrafts drafts) {
        DraftForm form = new DraftForm(customers, drafts);
        return List.of(
                Route.get(DraftForm.PATH, Role.TEST_DRAFTS, form),
                Route.post(DraftForm.PATH, Role.TEST_DRAFTS, new DraftTest(form, drafts)));
    }

    private static List<Route> forms(
            Customers customers,
            CustomerChoice choice,
            CustomerSaving saving,
            GeneratedPasswords passwords,
            EditForm<Customer> edit) {
        PreferenceFields none = PreferenceFields.none();
        AddForm<Customer> add = new AddForm<>(customers, choice, none);
        return List.of(
                Route.get("/edit", Role.VIEW, edit),
                Route.post("/edit", Role.MANAGE_CUSTOMERS, new EditAction<Customer>(customers, edit, none, saving)),
                Route.get("/add", Role.MANAGE_CUSTOMERS, add),
                Route.post(
                        "/add", Role.MANAGE_CUSTOMERS, new AddAction<Customer>(customers, add, edit, passwords, none)));
    }
}
