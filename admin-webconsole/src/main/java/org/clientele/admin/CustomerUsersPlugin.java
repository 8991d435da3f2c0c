package org.clientele.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import org.clientele.CustomerUser;
import org.clientele.CustomerUserPreferences;
import org.clientele.CustomerUsers;
import org.clientele.LocalDisabling;
import org.clientele.SourceDrafts;
import org.clientele.SourceTests;
import org.clientele.access.Assignments;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Permissions;
import org.clientele.admin.conflict.ConflictDecision;
import org.clientele.admin.conflict.ConflictsJson;
import org.clientele.admin.conflict.ConflictsScreen;
import org.clientele.admin.effective.EffectiveSection;
import org.clientele.admin.form.AddAction;
import org.clientele.admin.form.AddForm;
import org.clientele.admin.form.Below;
import org.clientele.admin.form.DisableAction;
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
import org.clientele.admin.list.ValidityAction;
import org.clientele.admin.list.ValidityChanges;
import org.clientele.admin.privacy.AnonymiseAction;
import org.clientele.admin.privacy.AnonymisePage;
import org.clientele.admin.privacy.PersonDownload;
import org.clientele.admin.privacy.ProtectionLinks;
import org.clientele.admin.source.DraftForm;
import org.clientele.admin.source.DraftTest;
import org.clientele.admin.source.TestAction;
import org.clientele.admin.source.TestPage;
import org.clientele.admin.transfer.ExportList;
import org.clientele.admin.transfer.ExportPage;
import org.clientele.admin.transfer.ImportScreens;
import org.clientele.admin.transfer.Imports;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.OneTimeNotices;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;
import org.clientele.admin.web.ScreenServlet;
import org.clientele.admin.web.Site;
import org.clientele.admin.web.Tokens;
import org.clientele.conflict.Conflicts;
import org.clientele.customer.Customers;
import org.clientele.privacy.DataProtection;
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
    private static final Role MANAGE = Role.MANAGE_CUSTOMER_USERS;

    private final transient Imports imports;

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
            @Reference SourceDrafts drafts,
            @Reference Imports imports,
            @Reference ValidityChanges recent,
            @Reference LocalDisabling disabling,
            @Reference Conflicts conflicts,
            @Reference DataProtection protection,
            Map<String, Object> properties) {
        this(
                new Site(tokens, properties),
                users,
                imports,
                Stream.of(
                        lists(
                                users,
                                new CustomerChoice(customers),
                                tests,
                                new ListPage<>(users, new CustomerChoice(customers), passwords, told, tests, recent)),
                        forms(
                                users,
                                new CustomerChoice(customers),
                                PreferenceFields.of(preferences),
                                passwords,
                                disabling,
                                new EditForm<>(
                                        users,
                                        new CustomerChoice(customers),
                                        passwords,
                                        told,
                                        PreferenceFields.of(preferences),
                                        below(new EffectiveSection(effective, permissions, assignments)))),
                        records(users, new PreferencesJson(users, preferences)),
                        drafts(users, drafts),
                        bulk(users, recent),
                        conflicts(users, conflicts),
                        protection(users, protection)));
    }

    /** @param others all but the routes of the import, which needs the words of the site */
    private CustomerUsersPlugin(Site site, CustomerUsers users, Imports imports, Stream<List<Route>> others) {
        super(
                Kind.USERS,
                site,
                Stream.concat(others, Stream.of(ImportScreens.routes(users, imports, site.words())))
                        .flatMap(List::stream)
                        .toList());
        this.imports = imports;
    }

    /** The directory goes after this: what is under way would take its end for the end of all customer users. */
    @Deactivate
    public void deactivate() {
        imports.stop();
    }

    private static Below<CustomerUser> below(EffectiveSection effective) {
        return (screen, user) -> Optional.of(effective.of(screen, user));
    }

    private static List<Route> lists(
            CustomerUsers users, CustomerChoice customers, SourceTests tests, ListPage<CustomerUser> list) {
        return List.of(
                Route.get("", Role.VIEW, list),
                Route.get("/results.frag", Role.VIEW, new ResultsFragment(users, customers, tests)),
                Route.get("/suggestions.frag", Role.VIEW, new CustomerSuggestions(customers)),
                Route.get("/test", MANAGE, new TestPage(users)),
                Route.post("/test", MANAGE, new TestAction(users, tests)));
    }

    private static List<Route> drafts(CustomerUsers users, SourceDrafts drafts) {
        DraftForm form = new DraftForm(users, drafts);
        return List.of(
                Route.get(DraftForm.PATH, Role.TEST_DRAFTS, form),
                Route.post(DraftForm.PATH, Role.TEST_DRAFTS, new DraftTest(form, drafts)));
    }

    private static List<Route> bulk(CustomerUsers users, ValidityChanges recent) {
        return List.of(
                Route.post("/validity", MANAGE, new ValidityAction(users, recent)),
                Route.get("/export", Role.VIEW, new ExportPage(users)),
                Route.get("/export.csv", Role.VIEW, new ExportList<>(users)));
    }

    private static List<Route> conflicts(CustomerUsers users, Conflicts conflicts) {
        ConflictsScreen found = new ConflictsScreen(conflicts, users);
        return List.of(
                Route.get(ConflictsScreen.PATH, Role.VIEW, found),
                Route.post(ConflictsScreen.PATH, MANAGE, new ConflictDecision(conflicts, found)),
                Route.get(ConflictsScreen.PATH + ".json", Role.VIEW, new ConflictsJson(conflicts)));
    }

    private static List<Route> protection(CustomerUsers users, DataProtection protection) {
        AnonymisePage anonymise = new AnonymisePage(protection, users);
        return List.of(
                Route.get(ProtectionLinks.EXPORT, MANAGE, new PersonDownload(protection)),
                Route.get(ProtectionLinks.ANONYMISE, MANAGE, anonymise),
                Route.post(ProtectionLinks.ANONYMISE, MANAGE, new AnonymiseAction(protection, anonymise)));
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
            LocalDisabling disabling,
            EditForm<CustomerUser> edit) {
        AddForm<CustomerUser> add = new AddForm<>(users, customers, preferences);
        return List.of(
                Route.get("/edit", Role.VIEW, edit),
                Route.post("/edit", MANAGE, new EditAction<>(users, edit, preferences, Saving.plain(users))),
                Route.post("/preferences", MANAGE, new PreferencesAction<CustomerUser>(users, edit, preferences)),
                Route.post(DisableAction.PATH, MANAGE, new DisableAction(disabling, edit)),
                Route.get("/add", MANAGE, add),
                Route.post("/add", MANAGE, new AddAction<CustomerUser>(users, add, edit, passwords, preferences)));
    }
}
