package org.clientele.backend.db;

import static org.clientele.backend.db.Configured.add;
import static org.clientele.backend.db.Configured.outcome;
import static org.clientele.backend.db.KeyCase.ABSENT;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.soon;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.clientele.CustomerUsers;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.NewRecord;

/** Keys that the directory applies to records of a source, and limits of its calls. */
final class RuleKeys {
    private static final String TAKEN = "AlreadyExistsException";
    private static final String FURTHER = "UserCustomerIDs | CustomerIDs | comments | 1 | 0 | var | | 0 | |";

    static final List<KeyCase> CASES = List.of(
            KeyCase.of("readOnly", c -> outcome(() -> added(c, "jdoe")))
                    .with("customerCompanySupport", "0")
                    .answers(ABSENT, "jdoe")
                    .answers("1", "ReadOnlyException"),
            KeyCase.of("emailUniqCheck", c -> outcome(() -> addedTwice(c)))
                    .with("customerCompanySupport", "0")
                    .answers(ABSENT, TAKEN)
                    .answers("0", "second"),
            KeyCase.of("customerCompanySupport", c -> outcome(() -> added(c, "jdoe")))
                    .answers(ABSENT, List.of("no-customer"))
                    .answers("0", "jdoe"),
            KeyCase.of("autoLoginCreation", c -> outcome(() -> start(added(c, ""))))
                    .with("customerCompanySupport", "0")
                    .answers(ABSENT, List.of("required"))
                    .answers("1", "auto"),
            KeyCase.of("autoLoginCreationPrefix", c -> outcome(() -> start(added(c, ""))))
                    .with("customerCompanySupport", "0")
                    .with("autoLoginCreation", "1")
                    .answers(ABSENT, "auto")
                    .answers("cu", "cu"),
            KeyCase.of("uniqueness", RuleKeys::addedElsewhereWhileAway)
                    .answers(ABSENT, Reason.CONNECTION)
                    .answers("required", Reason.CONNECTION)
                    .answers("best-effort", "jdoe"),
            KeyCase.of("die", RuleKeys::listedWhileAway).answers(ABSENT, 1).answers("1", Reason.CONNECTION),
            KeyCase.of("answerTimeLimit", RuleKeys::listedFromASlowDatabase)
                    .answers("0.3", Outcome.TIMED_OUT)
                    .answers("60", Outcome.ANSWERED),
            KeyCase.of("cacheTtl", RuleKeys::foundAfterAChangeElsewhere)
                    .answers(ABSENT, "Doe")
                    .answers("0", "Roe"),
            KeyCase.of("excludePrimaryCustomerId", RuleKeys::customers)
                    .with("map.17", FURTHER)
                    .answers(ABSENT, List.of("acme", "b", "c|d"))
                    .answers("1", List.of("b", "c|d", "acme")),
            KeyCase.of(
                            "adminSetPreferences",
                            c -> c.directory().sources().get(0).adminSetsPreferences())
                    .answers(ABSENT, true)
                    .answers("0", false));

    private RuleKeys() {}

    private static String added(Configured configured, String login) throws Exception {
        return add(configured.directory(), "CustomerUser", login, Map.of()).login();
    }

    private static String addedTwice(Configured configured) throws Exception {
        CustomerUsers users = configured.directory();
        Map<String, String> email = Map.of("UserEmail", "o'brien@example.com");
        add(users, "CustomerUser", "first", email);
        return add(users, "CustomerUser", "second", email).login();
    }

    private static String start(String login) {
        return login.substring(0, login.indexOf('-'));
    }

    private static Object addedElsewhereWhileAway(Configured configured) throws Exception {
        configured.waitingSource();
        CustomerUsers users = configured.directoryWithSecondSource();
        return outcome(() -> add(users, "CustomerUser1", "jdoe", Map.of()).login());
    }

    private static Object listedWhileAway(Configured configured) throws Exception {
        configured.source().writable().add(person("jdoe"), soon());
        CustomerUsers users = configured.directoryWithSecondSource();
        configured.database().run("drop table customer_user");
        return outcome(() -> users.list(ListRequest.ALL).rows().size());
    }

    /** The database gives no connection for two seconds, or until the answer is there. */
    private static Object listedFromASlowDatabase(Configured configured) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        SlowDatabase slow = new SlowDatabase(configured.database(), gate);
        TestSource source = configured.source(slow);
        source.find("jdoe");
        CustomerUsers users = configured.directory();
        slow.close();
        CompletableFuture<Outcome> answer = CompletableFuture.supplyAsync(() -> listOutcome(users));
        try {
            return answer.get(2, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            gate.countDown();
            return answer.get();
        } finally {
            gate.countDown();
        }
    }

    private static Outcome listOutcome(CustomerUsers users) {
        try {
            return users.list(ListRequest.ALL).sources().get(0).outcome();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object foundAfterAChangeElsewhere(Configured configured) throws Exception {
        configured.source().writable().add(person("jdoe"), soon());
        CustomerUsers users = configured.directory();
        users.find("jdoe");
        configured.database().run("update customer_user set last_name = 'Roe'");
        return users.find("jdoe").entry().orElseThrow().value("UserLastname");
    }

    private static Object customers(Configured configured) throws Exception {
        NewRecord person = person("jdoe", Map.of("UserCustomerIDs", " b; c|d ;; acme;b"));
        try (TestSource plain =
                TestSource.customerUsers(configured.database(), Map.of("map.15", "", "map.17", FURTHER))) {
            plain.writable().add(person, soon());
        }
        Set<String> ids =
                configured.directory().find("jdoe").entry().orElseThrow().customerIds();
        return List.copyOf(ids);
    }

    /** A database that gives no connection while it is closed. */
    private static final class SlowDatabase extends WrappedDatabase {
        private final CountDownLatch gate;
        private volatile boolean closed;

        SlowDatabase(TestDatabase database, CountDownLatch gate) {
            super(database);
            this.gate = gate;
        }

        void close() {
            closed = true;
        }

        @Override
        public DataSource unpooled() {
            DataSource real = database.dataSource();
            return (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> {
                        if (closed && method.getName().equals("getConnection")) {
                            gate.await();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
