package org.clientele.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.admin.list.ValidityChanges;
import org.clientele.admin.relation.RecentChanges;
import org.clientele.admin.transfer.Imports;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.OneTimeNotices;
import org.clientele.admin.web.ScreenServlet;
import org.clientele.admin.web.Tokens;

/** All screens in a console, over directories in memory. */
final class Screens implements AutoCloseable {
    final MemorySource database = Samples.database();
    final MemorySource ldap;
    final MemorySource companies = Samples.companies();
    final MemoryUsers users;
    final MemoryCustomers customers = new MemoryCustomers(List.of(companies));
    final Tokens tokens = new Tokens();
    final MemoryTests tests = new MemoryTests();
    final MemoryDrafts drafts = new MemoryDrafts();
    final MemoryStore store;
    final MemoryGroups groups;
    final MemoryPermissions permissions;
    final MemoryAssignments assignments;
    final MemoryEffective effective;
    final MemoryConflicts conflicts;
    final MemoryAudit audit = new MemoryAudit();
    final MemoryDataProtection protection;
    final Map<String, ScreenServlet> plugins;
    final MemoryPreferences preferences;
    final Imports imports = new Imports();
    final Console console;

    Screens() throws Exception {
        this(0, Map.of());
    }

    /** @param die whether the directory must not be missing in a list */
    Screens(boolean die) throws Exception {
        this(0, Map.of(), die, List.of());
    }

    Screens(int port, Map<String, Object> properties) throws Exception {
        this(port, properties, false, List.of());
    }

    /** @param more sources behind the database and the directory */
    Screens(List<MemorySource> more) throws Exception {
        this(0, Map.of(), false, more);
    }

    private Screens(int port, Map<String, Object> properties, boolean die, List<MemorySource> more) throws Exception {
        ldap = Samples.ldap(die);
        users = new MemoryUsers(
                Stream.concat(Stream.of(database, ldap), more.stream()).toList());
        preferences = new MemoryPreferences(users);
        store = new MemoryStore(users, customers);
        conflicts = new MemoryConflicts(store);
        groups = new MemoryGroups(store);
        permissions = new MemoryPermissions(store);
        assignments = new MemoryAssignments(store, users);
        effective = new MemoryEffective(store, users, customers, groups, assignments);
        protection = new MemoryDataProtection(users, store);
        plugins = plugins(new GeneratedPasswords(), new RecentChanges(), properties);
        console = new Console(port, plugins);
    }

    private Map<String, ScreenServlet> plugins(
            GeneratedPasswords passwords, RecentChanges recent, Map<String, Object> properties) {
        OneTimeNotices told = new OneTimeNotices();
        return Map.of(
                "customer-users",
                new CustomerUsersPlugin(
                        users,
                        customers,
                        preferences,
                        assignments,
                        effective,
                        permissions,
                        tokens,
                        passwords,
                        told,
                        tests,
                        drafts,
                        imports,
                        new ValidityChanges(),
                        new MemoryDisabling(users, store),
                        conflicts,
                        protection,
                        properties),
                "customers",
                new CustomersPlugin(customers, users, tokens, passwords, told, tests, drafts, properties),
                "groups",
                new GroupsPlugin(groups, permissions, effective, tokens, properties),
                "customer-users-customers",
                new CustomerUsersCustomersPlugin(users, customers, assignments, recent, tokens, properties),
                "customer-users-groups",
                new CustomerUsersGroupsPlugin(users, groups, permissions, recent, tokens, properties),
                "customer-user-audit",
                new CustomerUserAuditPlugin(audit, users, customers, tokens, properties),
                "customers-groups",
                new CustomersGroupsPlugin(customers, groups, permissions, recent, tokens, properties));
    }

    @Override
    public void close() throws Exception {
        console.close();
        imports.close();
    }

    /** Starts the screens with sample data for whoever works on them: arguments are the port and {@code empty}. */
    public static void main(String[] arguments) throws Exception {
        Screens screens = new Screens(Integer.parseInt(arguments[0]), Map.of());
        if (arguments.length < 2) {
            Samples.fillCustomers(screens.companies, 60);
            Samples.fillUsers(screens.database, "anna", 60);
            Samples.fillUsers(screens.ldap, "person", 1500);
            Samples.fillAccess(screens);
        }
    }
}
