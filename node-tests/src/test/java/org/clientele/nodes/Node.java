package org.clientele.nodes;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.CustomerUserPreferences;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.LocalDisabling;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditLog;
import org.clientele.authentication.Authentication;
import org.clientele.authentication.CustomerUserTokens;
import org.clientele.authentication.SignIn;
import org.clientele.backend.db.CustomerTable;
import org.clientele.backend.db.CustomerUserTable;
import org.clientele.backend.ldap.LdapSourceComponent;
import org.clientele.conflict.Conflicts;
import org.clientele.customer.Customers;
import org.clientele.internal.CallThreads;
import org.clientele.internal.CustomerDirectory;
import org.clientele.internal.CustomerUserDirectory;
import org.clientele.internal.DerivedPermissions;
import org.clientele.internal.DirectorySettings;
import org.clientele.internal.Events;
import org.clientele.internal.FoundConflicts;
import org.clientele.internal.GivenPermissions;
import org.clientele.internal.HashedTokens;
import org.clientele.internal.KeptAssignments;
import org.clientele.internal.KeptAudit;
import org.clientele.internal.KeptDisabling;
import org.clientele.internal.KeptGroups;
import org.clientele.internal.KeptPreferences;
import org.clientele.internal.Memory;
import org.clientele.internal.PersonalDataProtection;
import org.clientele.internal.SigningIn;
import org.clientele.internal.SlotConfigurations;
import org.clientele.privacy.DataProtection;
import org.clientele.spi.ConfiguredSources;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.store.JpaDirectoryStore;
import org.clientele.store.MigrationComponent;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * The whole directory in this process, as Declarative Services would make it: customer users in the tables, or LDAP directories,
 * of the sources it is told of, over the store in the same database.
 */
final class Node implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PID = "org.clientele.backend.db~";
    private static final String CUSTOMERS_PID = "org.clientele.backend.db.customers~";

    private final Services services = new Services();
    private final HikariDataSource pool = new HikariDataSource();
    private final StatementCounter statements = new StatementCounter();
    private final DataSource counted = statements.around(pool);
    private final CallThreads threads = new CallThreads();
    private final Memory memory = new Memory(threads);
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> closing = new ArrayList<>();
    private final Map<String, CustomerUserSource> boundSources = new HashMap<>();
    private final Seam seam;
    private final CustomerUserDirectory users;
    private final CustomerDirectory customers;
    private final Access access;
    private final CustomerUserPreferences preferences;
    private final CustomerUserTokens tokens;
    private final LocalDisabling disabling;
    private final Conflicts conflicts;
    private final Authentication authentication;
    private final AuditLog audit = new KeptAudit(memory);
    private final DataProtection protection;
    private final CustomerUserTable tables;
    private final CustomerTable customerTables;
    private final LdapSourceComponent directories;

    /** The default table alone. */
    static Node open(String url, Seam seam) throws Exception {
        return open(url, seam, Map.of("CustomerUser", Map.of()));
    }

    /** @param sources the configuration of each source by its slot; with a {@code service.pid}, of a directory */
    static Node open(String url, Seam seam, Map<String, Map<String, String>> sources) throws Exception {
        return open(url, seam, sources, Map.of());
    }

    /**
     * @param sources the configuration of each source by its slot; with a {@code service.pid}, of a directory
     * @param settings of the directory as a whole
     */
    static Node open(String url, Seam seam, Map<String, Map<String, String>> sources, Map<String, Object> settings)
            throws Exception {
        Node node = new Node(url, seam, sources, settings);
        sources.keySet().stream().sorted().forEach(slot -> node.add(slot, sources.get(slot)));
        await().atMost(PATIENCE).until(() -> sources.keySet().stream().allMatch(node::isReady));
        return node;
    }

    private Node(String url, Seam seam, Map<String, Map<String, String>> sources, Map<String, Object> directory)
            throws Exception {
        this.seam = seam;
        pool.setJdbcUrl(url);
        pool.setUsername("clientele");
        pool.setPassword("clientele");
        pool.setMaximumPoolSize(20);
        services.register(DataSource.class, counted, Map.of("osgi.jndi.service.name", "clientele"));
        sources.forEach((slot, keys) -> services.configure(properties(slot, keys)));
        SlotConfigurations configurations = new SlotConfigurations(services.configurationAdmin());
        Events told =
                new Events(Services.proxy(EventAdmin.class, (proxy, method, args) -> events.add((Event) args[0])));
        DirectorySettings settings = new DirectorySettings(directory);
        customers = new CustomerDirectory(configurations, threads, memory, told, settings);
        memory.bindStore(seam.around(store()));
        users = new CustomerUserDirectory(configurations, threads, memory, told, settings, customers);
        preferences = new KeptPreferences(users, memory, settings);
        tokens = new HashedTokens(users, memory);
        conflicts = new FoundConflicts(users, customers, memory, told);
        disabling = new KeptDisabling(users, memory, told);
        authentication = new SigningIn(users, memory);
        access = new Access(
                new KeptGroups(memory),
                new GivenPermissions(users, customers, memory, settings),
                new KeptAssignments(users, customers, memory),
                new DerivedPermissions(users, customers, memory, settings));
        protection = new PersonalDataProtection(users, access.effective(), memory);
        tables = new CustomerUserTable(services.context(), new PersistenceProvider());
        customerTables = new CustomerTable(services.context(), new PersistenceProvider());
        directories = new LdapSourceComponent(services.context());
        closing.add(0, tables::close);
        closing.add(0, customerTables::close);
        closing.add(0, directories::close);
    }

    private JpaDirectoryStore store() throws Exception {
        MigrationComponent migration = new MigrationComponent(services.context(), pool);
        closing.add(() -> close(migration));
        await().atMost(PATIENCE)
                .until(() -> !services.all(Object.class).stream()
                        .filter(service -> service.getClass().getSimpleName().equals("MigratedTables"))
                        .toList()
                        .isEmpty());
        EntityManagerFactory unit = Persistence.createEntityManagerFactory(
                "clientele", Map.of("javax.persistence.nonJtaDataSource", counted));
        closing.add(unit::close);
        return new JpaDirectoryStore(unit, null);
    }

    private static void close(MigrationComponent migration) throws ReflectiveOperationException {
        java.lang.reflect.Method deactivate = MigrationComponent.class.getDeclaredMethod("close");
        deactivate.setAccessible(true);
        deactivate.invoke(migration);
    }

    private void add(String slot, Map<String, String> keys) {
        Map<String, Object> properties = properties(slot, keys);
        if (isOfCustomers(slot)) {
            customerTables.updated(CUSTOMERS_PID + slot, new Hashtable<>(properties));
            List<CustomerSource> all = services.all(CustomerSource.class);
            customers.bindSource(seam.around(slot, all.get(all.size() - 1)), properties);
            return;
        }
        List<CustomerUserSource> before = services.all(CustomerUserSource.class);
        ConfiguredSources<?> backEnd = properties.get("service.pid").equals(PID + slot) ? tables : directories;
        backEnd.updated(PID + slot, new Hashtable<>(properties));
        CustomerUserSource source = services.all(CustomerUserSource.class).stream()
                .filter(one -> !before.contains(one))
                .findFirst()
                .orElseThrow();
        CustomerUserSource bound = seam.around(slot, source);
        Optional.ofNullable(boundSources.put(slot, bound)).ifPresent(users::unbindSource);
        users.bindSource(bound, properties);
    }

    /** Gives a source of customer users another configuration, as when its file is changed. */
    void reconfigure(String slot, Map<String, String> keys) {
        add(slot, keys);
    }

    private boolean isReady(String slot) {
        Answer<?> answer = isOfCustomers(slot) ? customers.find("nobody") : users.find("nobody");
        return answer.sources().stream().allMatch(report -> report.outcome().answered());
    }

    private static boolean isOfCustomers(String slot) {
        return slot.startsWith("CustomerCompany");
    }

    private static Map<String, Object> properties(String slot, Map<String, String> keys) {
        Map<String, Object> all = new HashMap<>(Map.of("answerTimeLimit", "1", "cacheTtl", "0"));
        if (isOfCustomers(slot)) {
            all.put("service.pid", CUSTOMERS_PID + slot);
        } else {
            all.put("service.pid", PID + slot);
            all.put("customerCompanySupport", "0");
        }
        all.putAll(keys);
        return all;
    }

    CustomerUsers users() {
        return users;
    }

    Customers customers() {
        return customers;
    }

    /** What reaches the driver. */
    StatementCounter statements() {
        return statements;
    }

    Access access() {
        return access;
    }

    CustomerUserPreferences preferences() {
        return preferences;
    }

    /** The newest entries of the audit, the oldest of them first. */
    List<AuditEntry> audited() throws Exception {
        List<AuditEntry> entries = new ArrayList<>(audit.list(AuditFilter.ALL, Optional.empty(), AuditLog.MOST_ENTRIES)
                .entries());
        Collections.reverse(entries);
        return entries;
    }

    CustomerUserTokens tokens() {
        return tokens;
    }

    LocalDisabling disabling() {
        return disabling;
    }

    Conflicts conflicts() {
        return conflicts;
    }

    SignIn signIn(String login, String password) {
        return authentication.signIn(login, password);
    }

    DataProtection protection() {
        return protection;
    }

    /** Topics and properties of what was told, but for the sources. */
    List<String> events() {
        return events.stream()
                .filter(event -> !event.getTopic().startsWith("org/clientele/Source"))
                .map(Node::text)
                .toList();
    }

    private static String text(Event event) {
        StringBuilder text = new StringBuilder(event.getTopic().replace("org/clientele/CustomerUser/", ""));
        for (String name : List.of("login", "formerLogin", "customerId", "formerCustomerId", "source")) {
            if (event.containsProperty(name)) {
                text.append(' ').append(name).append('=').append(event.getProperty(name));
            }
        }
        return text.toString();
    }

    CustomerUser add(String slot, String login, String email) throws DirectoryException {
        Map<String, String> fields = Map.of(
                "UserLogin", login,
                "UserEmail", email,
                "UserFirstname", "First",
                "UserLastname", "Last",
                "UserCustomerID", "acme");
        return users.add(new Addition(slot, fields, Optional.empty(), Actor.program("test")));
    }

    CustomerUser add(String login) throws DirectoryException {
        return add("CustomerUser", login, "e" + Integer.toHexString(login.hashCode()) + "@example.com");
    }

    CustomerUser update(String login, Map<String, String> fields) throws DirectoryException {
        return users.update(new Change(login, fields, Optional.empty(), Optional.empty(), Actor.program("test")));
    }

    CustomerUser rename(String login, String newLogin) throws DirectoryException {
        return update(login, Map.of("UserLogin", newLogin));
    }

    /** The stored spelling of a login, empty if there is none. */
    Optional<String> find(String login) {
        return users.ask(login).entry().map(CustomerUser::login);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of all rows. */
    List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public void close() throws Exception {
        users.deactivate();
        customers.deactivate();
        memory.deactivate();
        threads.close();
        for (AutoCloseable one : closing) {
            one.close();
        }
        pool.close();
    }
}
