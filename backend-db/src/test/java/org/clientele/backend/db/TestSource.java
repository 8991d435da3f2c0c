package org.clientele.backend.db;

import java.time.Duration;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.AuthenticatingSource;
import org.clientele.spi.ConfiguredSources;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.DirectorySource;
import org.clientele.spi.ExtensibleSource;
import org.clientele.spi.NewRecord;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.clientele.spi.WritableSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.osgi.service.jdbc.DataSourceFactory;

/** A source as ConfigAdmin would have it made from a configuration, and short ways to call it. */
final class TestSource implements AutoCloseable {
    private final TestServices services = new TestServices();
    private final Runnable closing;
    private final DirectorySource source;

    private TestSource(boolean customers, Map<String, ?> configuration, DataSource dataSource) {
        Hashtable<String, Object> properties = new Hashtable<>(configuration);
        properties.putIfAbsent(
                "service.pid",
                customers ? CustomerTable.PID + "~CustomerCompany" : CustomerUserTable.PID + "~CustomerUser");
        if (dataSource != null) {
            services.register(DataSource.class, dataSource, Map.of("osgi.jndi.service.name", "clientele"));
        }
        ConfiguredSources<?> tables = customers
                ? new CustomerTable(services.context(), new PersistenceProvider())
                : new CustomerUserTable(services.context(), new PersistenceProvider());
        tables.updated((String) properties.get("service.pid"), properties);
        closing = tables::close;
        source = services.services(DirectorySource.class).get(0);
    }

    static TestSource customerUsers(TestDatabase database, Map<String, ?> configuration) {
        return new TestSource(false, configuration, database.dataSource());
    }

    /** A source whose data source opens a connection for each call, so that none can be left over from before. */
    static TestSource unpooled(TestDatabase database) {
        return new TestSource(false, Map.of(), database.unpooled());
    }

    static TestSource customers(TestDatabase database, Map<String, ?> configuration) {
        return new TestSource(true, configuration, database.dataSource());
    }

    static TestSource withoutDataSource(Map<String, ?> configuration) {
        return new TestSource(false, configuration, null);
    }

    /** A source that makes its own pool of the configured {@code dsn}. */
    static TestSource withOwnPool(boolean customers, TestDatabase database, Map<String, ?> configuration) {
        TestSource source = new TestSource(customers, configuration, null);
        source.services.register(
                DataSourceFactory.class,
                new TestFactory(database),
                Map.of("osgi.jdbc.driver.class", database.driver()));
        return source;
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    static NewRecord person(String login) {
        return person(login, Map.of());
    }

    static NewRecord person(String login, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "UserLogin", login,
                "UserFirstname", "Jo",
                "UserLastname", "Doe",
                "UserEmail", Math.abs(login.hashCode()) + "-" + login.length() + "@example.com",
                "UserCustomerID", "acme",
                "ValidID", "1"));
        fields.putAll(more);
        return new NewRecord(login, fields, Optional.empty(), "admin");
    }

    static NewRecord withPassword(NewRecord record, String password) {
        return new NewRecord(record.id(), record.fields(), Optional.of(Password.of(password)), record.actor());
    }

    static SearchExpression word(String text) {
        return new SearchExpression.Word(TextPattern.of(text));
    }

    static SearchExpression phrase(String text) {
        return new SearchExpression.Word(TextPattern.exactly(text));
    }

    TestServices services() {
        return services;
    }

    DirectorySource source() {
        return source;
    }

    WritableSource writable() {
        return (WritableSource) source;
    }

    ExtensibleSource extensible() {
        return (ExtensibleSource) source;
    }

    boolean authenticates(String login, String password) throws SourceUnavailableException {
        return ((AuthenticatingSource) source).authenticate(login, Password.of(password), soon());
    }

    void add(String... logins) throws Exception {
        for (String login : logins) {
            writable().add(person(login), soon());
        }
    }

    Optional<SourceRecord> find(String id) throws SourceUnavailableException {
        return source.find(id, soon());
    }

    List<String> search(SearchExpression expression) throws SourceUnavailableException {
        return ids(page(new Criterion.Text(expression), Optional.empty(), 1000, true));
    }

    List<String> search(Criterion criterion) throws SourceUnavailableException {
        return ids(page(criterion, Optional.empty(), 1000, true));
    }

    SourcePage page(Criterion criterion, Optional<SourceQuery.Position> after, int limit, boolean includeInvalid)
            throws SourceUnavailableException {
        return source.search(new SourceQuery(criterion, after, limit, includeInvalid), soon());
    }

    static List<String> ids(SourcePage page) {
        return page.records().stream().map(SourceRecord::id).toList();
    }

    @Override
    public void close() {
        closing.run();
    }
}
