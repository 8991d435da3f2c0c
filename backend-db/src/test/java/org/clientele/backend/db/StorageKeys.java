package org.clientele.backend.db;

import static org.awaitility.Awaitility.await;
import static org.clientele.backend.db.KeyCase.ABSENT;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.soon;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.SourceRecord;
import org.h2.Driver;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;

/** Keys that say where the records are and what the table is like. */
final class StorageKeys {
    private static final H2Database ELSEWHERE = new H2Database("elsewhere");

    static final List<KeyCase> CASES = List.of(
            KeyCase.of("slot", c -> c.source().source().description().slot())
                    .answers(ABSENT, "CustomerUser")
                    .answers("CustomerUser7", "CustomerUser7"),
            KeyCase.of("sourceId", c -> c.directory().sources().get(0).sourceId())
                    .answers(ABSENT, "CustomerUser")
                    .answers("crm", "crm"),
            KeyCase.of("name", c -> c.directory().sources().get(0).name())
                    .answers(ABSENT, "Database (CustomerUser)")
                    .answers("Büro & Co.", "Büro & Co."),
            KeyCase.of("dataSourceName", c -> Configured.outcome(() -> stored(c, "jdoe")))
                    .answers(ABSENT, Optional.of("jdoe"))
                    .answers("crm", Reason.WAITING),
            KeyCase.of("dsn", StorageKeys::whereTheyAre)
                    .with("user", ELSEWHERE.user())
                    .with("password", ELSEWHERE.password())
                    .answers(ABSENT, Optional.of("here"))
                    .answers(ELSEWHERE.url(), Optional.of("elsewhere")),
            KeyCase.of("user", StorageKeys::whereTheyAre)
                    .with("dsn", ELSEWHERE.url())
                    .with("password", ELSEWHERE.password())
                    .answers(ELSEWHERE.user(), Optional.of("elsewhere"))
                    .answers("nobody", Reason.CONNECTION)
                    .answers(ABSENT, Reason.CONNECTION),
            KeyCase.of("password", StorageKeys::whereTheyAre)
                    .with("dsn", ELSEWHERE.url())
                    .with("user", ELSEWHERE.user())
                    .answers(ELSEWHERE.password(), Optional.of("elsewhere"))
                    .answers("wrong", Reason.CONNECTION)
                    .answers(ABSENT, Reason.CONNECTION),
            KeyCase.of("type", StorageKeys::ofUnknownProduct)
                    .answers(ABSENT, Reason.MISCONFIGURED)
                    .answers("h2", Optional.empty()),
            KeyCase.of("table", StorageKeys::ofTwoTables)
                    .answers(ABSENT, Optional.of("here"))
                    .answers("other_users", Optional.empty()),
            KeyCase.of("foreignDb", StorageKeys::withoutAuditColumns)
                    .answers(ABSENT, SourceState.MISCONFIGURED)
                    .answers("1", SourceState.READY),
            KeyCase.of("auditUserId", StorageKeys::whoWrote)
                    .answers(ABSENT, "1")
                    .answers("42", "42"),
            KeyCase.of("caseSensitive", StorageKeys::trustedToIgnoreCase)
                    .with("table", "unkeyed")
                    .answers(ABSENT, true)
                    .answers("1", true)
                    .answers("0", false));

    private StorageKeys() {}

    private static Optional<String> stored(Configured configured, String login) throws Exception {
        try (TestSource plain = TestSource.customerUsers(configured.database(), Map.of())) {
            plain.add(login);
        }
        return configured.source().find(login).map(SourceRecord::id);
    }

    /** The default data source has the login {@code here}, the other database {@code elsewhere}; the driver is H2's own. */
    private static Object whereTheyAre(Configured configured) throws Exception {
        ELSEWHERE.reset();
        for (TestDatabase database : List.of(configured.database(), ELSEWHERE)) {
            try (TestSource plain = TestSource.customerUsers(database, Map.of())) {
                plain.add(database == ELSEWHERE ? "elsewhere" : "here");
            }
        }
        TestSource source = configured.source();
        source.services()
                .register(
                        DataSourceFactory.class,
                        new OsgiDataSourceFactory(new Driver()),
                        Map.of("osgi.jdbc.driver.class", "org.h2.Driver"));
        return Configured.outcome(() -> {
            Optional<SourceRecord> here = source.find("here");
            return here.or(() -> unchecked(source, "elsewhere")).map(SourceRecord::id);
        });
    }

    private static Optional<SourceRecord> unchecked(TestSource source, String login) {
        try {
            return source.find(login);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object ofUnknownProduct(Configured configured) throws Exception {
        TestSource source = configured.source(new UnknownProduct(configured.database()));
        return Configured.outcome(() -> source.find("jdoe"));
    }

    private static Object ofTwoTables(Configured configured) throws Exception {
        configured
                .database()
                .run("drop table if exists other_users", "create table other_users as select * from customer_user");
        return stored(configured, "here");
    }

    private static Object withoutAuditColumns(Configured configured) {
        configured
                .database()
                .run("alter table customer_user drop column create_time, create_by, change_time, change_by");
        TestSource source = configured.source();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            Configured.outcome(() -> source.find("jdoe"));
                            return source.source().condition().state();
                        },
                        state -> state != SourceState.WAITING);
    }

    private static Object whoWrote(Configured configured) throws Exception {
        configured.database().run("alter table customer_user alter column create_by integer");
        configured.source().writable().add(person("jdoe"), soon());
        return configured.database().query("select create_by from customer_user");
    }

    /** Without a key column, a table that is said to ignore case is asked as one; here it does not. */
    private static Object trustedToIgnoreCase(Configured configured) throws Exception {
        try (TestSource plain = TestSource.customerUsers(configured.database(), Map.of())) {
            plain.add("jdoe");
        }
        configured
                .database()
                .run("drop table if exists unkeyed", "create table unkeyed as select * from customer_user");
        return configured.source().find("JDOE").isPresent();
    }

    /** A database whose driver names a product that nobody knows. */
    private static final class UnknownProduct extends WrappedDatabase {
        UnknownProduct(TestDatabase database) {
            super(database);
        }

        @Override
        public DataSource unpooled() {
            return around(DataSource.class, database.dataSource());
        }

        private static <T> T around(Class<T> type, Object real) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            return method.getName().equals("getDatabaseProductName")
                                    ? "Acme"
                                    : wrapped(method.invoke(real, arguments));
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        private static Object wrapped(Object answer) {
            if (answer instanceof Connection) {
                return around(Connection.class, answer);
            }
            return answer instanceof DatabaseMetaData ? around(DatabaseMetaData.class, answer) : answer;
        }
    }
}
