package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.sql.DataSource;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.jdbc.DataSourceFactory;

/** The component as ConfigAdmin and Declarative Services handle it. */
class CustomerUserTableTest {
    private final H2Database database = new H2Database("component");

    @BeforeEach
    void reset() {
        database.reset();
    }

    @Test
    void aFaultyConfigurationFillsItsSlotAndSaysWhy() {
        try (TestSource source = TestSource.customerUsers(database, Map.of("tabel", "people"))) {
            assertThat(source.source().condition().state()).isEqualTo(SourceState.MISCONFIGURED);
            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> source.find("jdoe"))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MISCONFIGURED));
        }
    }

    @Test
    void theRegisteredServiceShowsNoConfigurationAndNoSecret() {
        Map<String, String> keys = Map.of("dsn", database.url(), "user", "sa", "password", "s3cret");
        try (TestSource source = TestSource.customerUsers(database, keys)) {
            TestServices.Entry entry = source.services().entries().stream()
                    .filter(e -> e.service() instanceof CustomerUserSource)
                    .findFirst()
                    .orElseThrow();
            assertThat(Collections.list(entry.properties().keys()))
                    .containsExactlyInAnyOrder("objectClass", "service.pid", "slot");
        }
    }

    @Test
    void aSourceWaitsForItsDataSourceAndFollowsItWithoutANewComponent() throws Exception {
        try (TestSource source = TestSource.withoutDataSource(Map.of())) {
            assertThat(source.source().condition().state()).isEqualTo(SourceState.WAITING);
            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> source.find("jdoe"))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WAITING));

            TestServices.Entry entry = source.services()
                    .register(DataSource.class, database.dataSource(), Map.of("osgi.jndi.service.name", "clientele"));
            assertThat(source.source().condition().state()).isEqualTo(SourceState.READY);
            assertThat(source.find("jdoe")).isEmpty();

            source.services().unregister(entry);
            assertThat(source.source().condition().state()).isEqualTo(SourceState.WAITING);
            assertThatExceptionOfType(SourceUnavailableException.class).isThrownBy(() -> source.find("jdoe"));

            source.services()
                    .register(DataSource.class, database.dataSource(), Map.of("osgi.jndi.service.name", "clientele"));
            source.add("jdoe");
            assertThat(source.find("jdoe")).isPresent();
        }
    }

    @Test
    void theStorageIsCheckedWithoutAnybodyAsking() {
        database.run("alter table customer_user drop column fax");
        try (TestSource source = TestSource.customerUsers(database, Map.of())) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> source.source().condition().state() == SourceState.MISCONFIGURED);
            assertThat(source.source().condition().findings())
                    .extracting(finding -> finding.key())
                    .containsExactly("map.9");

            database.run("alter table customer_user add column fax varchar(150)");

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> source.source().condition().state() == SourceState.READY);
        }
    }

    @Test
    void aPoolWithoutConnectionIsAFailedConnectionHoweverLateAndWhateverItsState() {
        for (String state : new String[] {"08001", "HYT00", "28P01", null}) {
            SQLException pool = new SQLTransientConnectionException("Connection is not available", state);
            assertThat(Faults.of("CustomerUser1", new IllegalStateException(pool))
                            .reason())
                    .isEqualTo(Reason.CONNECTION);
        }
        assertThat(Faults.of("CustomerUser1", new SQLTimeoutException()).reason())
                .isEqualTo(Reason.TIME_OUT);
    }

    @Test
    void aPoolOfItsOwnGivesUpWellBeforeTheCall() {
        TestFactory factory = new TestFactory(database);
        Map<String, String> keys =
                Map.of("dsn", database.url(), "user", database.user(), "password", database.password());
        try (TestSource source = TestSource.withoutDataSource(keys)) {
            factory.refuse();
            source.services()
                    .register(DataSourceFactory.class, factory, Map.of("osgi.jdbc.driver.class", database.driver()));

            // twice the limit that the source has by default, for a machine that is busy
            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> source.source().find("jdoe", Deadline.in(Duration.ofSeconds(10))))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CONNECTION));
        }
    }

    @Test
    void nothingIsLeftOfAClosedSource() throws Exception {
        TestSource source = TestSource.customerUsers(database, Map.of());
        source.add("jdoe");
        assertThat(threads()).isPositive();

        source.close();

        assertThat(source.services().listeners()).isZero();
        assertThat(source.services().services(CustomerUserSource.class)).isEmpty();
        await("the end of its threads").atMost(Duration.ofSeconds(10)).until(() -> threads() == 0);
        assertThatExceptionOfType(SourceUnavailableException.class).isThrownBy(() -> source.find("jdoe"));
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("clientele-"))
                .count();
    }

    @Test
    void aDatabaseOfNoKnownKindIsAFindingThatNamesTheKnownOnes() throws Exception {
        PretendedDatabase unknown = new PretendedDatabase("Mumble SQL", "1.0", 1);
        unknown.reset();
        try (TestSource source = TestSource.customerUsers(unknown, Map.of())) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(source.source().condition().findings())
                            .contains(Finding.error(
                                    "type",
                                    "is needed, for 'Mumble SQL' is no kind of database that is known; write one of "
                                            + DatabaseFamily.allTypes())));
            FaultContract.assertUnavailable(
                    Reason.MISCONFIGURED,
                    "The configuration of CustomerUser does not fit its database; see its findings.",
                    () -> source.find("jdoe"));
        }
        try (TestSource source = TestSource.customerUsers(unknown, Map.of("type", "h2"))) {
            assertThat(source.find("jdoe")).isEmpty();
        }
    }

    @Test
    void manyThreadsAddAndNothingOfItIsKeptInMemory() throws Exception {
        try (TestSource source = TestSource.customerUsers(database, Map.of())) {
            List<Callable<Void>> additions = IntStream.range(0, 4000)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        source.add("person" + i);
                        return null;
                    })
                    .toList();
            ExecutorService threads = Executors.newFixedThreadPool(20);
            try {
                for (Future<Void> addition : threads.invokeAll(additions)) {
                    addition.get();
                }
            } finally {
                threads.shutdown();
            }
            assertThat(entitiesInMemory()).isLessThan(10);
        }
    }

    /** Of a dynamic type, after a collection. */
    private static long entitiesInMemory() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .toString()
                .lines()
                .filter(line -> line.endsWith("org.clientele.backend.db.dynamic.Record"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
                .sum();
    }
}
