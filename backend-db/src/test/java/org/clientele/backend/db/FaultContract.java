package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.soon;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.Finding;
import org.clientele.InvalidInputException;
import org.clientele.Password;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.AuthenticatingSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.RecordChange;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source says when its database has trouble, and that it neither hangs nor keeps a connection. */
abstract class FaultContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PooledDatabase pooled;
    private TestSource source;

    abstract TestDatabase database();

    /** How many statements the database runs, or lets wait, for others than this query. */
    abstract String runningStatements();

    /** A query for the columns and rows of the table that takes hours. */
    abstract String slowly();

    final PooledDatabase pooled() {
        return pooled;
    }

    final TestSource source() {
        return source;
    }

    @BeforeEach
    void open() throws Exception {
        database().reset();
        pooled = new PooledDatabase(database());
        source = TestSource.customerUsers(pooled, Map.of());
        source.add("jdoe");
    }

    @AfterEach
    void nothingIsLeft() {
        source.close();
        assertThat(pooled.pool().getActiveConnections()).isZero();
        pooled.close();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(database().query(runningStatements())).isEqualTo("0"));
    }

    @Test
    void aPoolWithoutAFreeConnectionIsToldFromADatabaseThatIsAway() throws Exception {
        List<Connection> taken = new ArrayList<>();
        for (int i = 0; i < PooledDatabase.CONNECTIONS; i++) {
            taken.add(pooled.dataSource().getConnection());
        }

        assertUnavailable(
                Reason.CONNECTION,
                "All connections to the database of CustomerUser are in use; if that happens often, its pool is too small.",
                () -> source.find("jdoe"));
        assertUnavailable(
                Reason.CONNECTION,
                "All connections to the database of CustomerUser are in use; if that happens often, its pool is too small.",
                () -> source.add("nobody"));
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.writable().update(change("UserTitle", "", "Dr."), soon()))
                .satisfies(e -> assertThat(e.isWithoutEffect()).isTrue());
        for (Connection connection : taken) {
            connection.close();
        }

        assertThat(source.find("jdoe")).isPresent();
        assertThat(source.find("nobody")).isEmpty();
    }

    @Test
    void aCallThatFailsDoesNotTakeTheTableFromOthers() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        DataSource counting = counting(pooled.dataSource(), asked);
        TableSettings settings = TableSettings.read(Map.of("slot", "CustomerUser"), CustomerUserTable.KIND);
        try (Contact contact = new Contact(settings, new PersistenceProvider(), changed -> supply(counting))) {
            OpenTable before = contact.table(Deadline.in(PATIENCE));
            asked.set(0);

            contact.suspect(new SQLException("a call failed"));
            await().atMost(PATIENCE).until(() -> asked.get() > 0);

            contact.later(() -> asked.set(-1));
            await().atMost(PATIENCE).until(() -> asked.get() < 0);
            assertThat(contact.table(Deadline.in(PATIENCE))).isSameAs(before);
        }
    }

    @Test
    void aStatementPastItsLimitIsCancelledAndWritesNothing() throws Exception {
        try (Connection other = database().unpooled().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("update customer_user set phone = '1'");

            assertUnavailable(
                    Reason.TIME_OUT,
                    "The database of CustomerUser did not answer in time.",
                    () -> source.writable()
                            .update(change("UserTitle", "", "Dr."), Deadline.in(Duration.ofMillis(1500))));
            assertThat(pooled.pool().getActiveConnections()).isZero();
            other.rollback();
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(database().query(runningStatements())).isEqualTo("0"));

        assertThat(source.find("jdoe").orElseThrow().fields()).doesNotContainKeys("UserTitle", "UserPhone");
        source.writable().update(change("UserTitle", "", "Dr."), soon());
        assertThat(source.find("jdoe").orElseThrow().fields()).containsEntry("UserTitle", List.of("Dr."));
    }

    @Test
    void aReadPastItsLimitIsCancelledToo() throws Exception {
        database().run("create view slow_people as " + slowly());
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try (TestSource slow = TestSource.customerUsers(pooled, Map.of("table", "slow_people"))) {
            Future<?> read = caller.submit(() -> slow.source().find("jdoe", Deadline.in(Duration.ofSeconds(3))));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(database().query(runningStatements())).isEqualTo("1"));

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> read.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .havingCause()
                    .isInstanceOfSatisfying(
                            SourceUnavailableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.TIME_OUT))
                    .withMessage("The database of CustomerUser did not answer in time.");
            assertUnavailable(
                    Reason.TIME_OUT,
                    "The database of CustomerUser did not answer in time.",
                    () -> ((AuthenticatingSource) slow.source())
                            .authenticate("jdoe", Password.of("s3cret"), Deadline.in(Duration.ofSeconds(1))));
            assertThat(pooled.pool().getActiveConnections()).isZero();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(database().query(runningStatements())).isEqualTo("0"));
            assertThat(source.find("jdoe")).isPresent();
        } finally {
            caller.shutdownNow();
            database().run("drop view slow_people");
        }
    }

    @Test
    void aColumnThatIsRemovedIsNamedAndMissedUntilItIsBack() throws Exception {
        database().run("alter table customer_user drop column fax");

        assertUnavailable(
                Reason.MISCONFIGURED,
                "The table of CustomerUser lacks a configured column.",
                () -> source.find("jdoe"));
        await().atMost(PATIENCE).until(() -> source.source().condition().state() == SourceState.MISCONFIGURED);
        assertThat(source.source().condition().findings())
                .extracting(Finding::key, Finding::message)
                .containsExactly(tuple("map.9", "names the column 'fax', which the table customer_user does not have"));
        database().run("alter table customer_user add column fax varchar(150)");

        assertThat(source.find("jdoe")).isPresent();
        assertThat(source.source().condition().state()).isEqualTo(SourceState.READY);
    }

    @Test
    void aTableThatIsDroppedIsMissedUntilItIsBack() throws Exception {
        database().drop("customer_user");

        assertUnavailable(Reason.WAITING, "The table of CustomerUser is not there.", () -> source.find("jdoe"));
        await().atMost(PATIENCE).until(() -> source.source().condition().state() == SourceState.WAITING);
        assertUnavailable(
                Reason.WAITING,
                "CustomerUser waits: its table 'customer_user' is not there.",
                () -> source.add("nobody"));
        database().run(database().customerUserTable().split(";\\s*"));

        source.add("again");
        assertThat(source.find("again")).isPresent();
        assertThat(source.find("jdoe")).isEmpty();
    }

    @Test
    void aCharacterThatADatabaseRefusesIsRefusedAtItsField() throws Exception {
        String text = "a\0b";
        try {
            source.writable().add(person("zero", Map.of("UserComment", text)), soon());
            assertThat(source.find("zero").orElseThrow().fields()).containsEntry("UserComment", List.of(text));
        } catch (InvalidInputException e) {
            assertThat(e.messages()).containsOnly(Map.entry("UserComment", "Comment cannot be stored as it is."));
            assertThat(source.find("zero")).isEmpty();
        }
    }

    private static DataSource counting(DataSource dataSource, AtomicInteger asked) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    return method.invoke(dataSource, arguments);
                });
    }

    private static DataSourceSupply supply(DataSource dataSource) {
        return new DataSourceSupply() {
            @Override
            public Optional<DataSource> current() {
                return Optional.of(dataSource);
            }

            @Override
            public String missing() {
                return "";
            }

            @Override
            public void close() {
                // the data source is the test's
            }
        };
    }

    static void assertUnavailable(Reason reason, String message, ThrowingCallable call) {
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(call)
                .withMessage(message)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static RecordChange change(String variable, String before, String after) {
        return new RecordChange(
                "jdoe", Map.of(variable, new RecordChange.Values(before, after)), Optional.empty(), "editor");
    }
}
