package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.persistence.EntityManagerFactory;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.store.Claim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database dies as with {@code kill -9}, and comes back. */
class OutageIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Claim CLAIM = new Claim("CustomerUser", "john", "john", Optional.empty());

    private static StoreServer server;
    private StoreOnDatabase database;

    @BeforeAll
    static void install() throws Exception {
        server = new PostgresqlServer();
    }

    @BeforeEach
    void start() throws Exception {
        server.start();
        database = server.emptyDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void aStartWithoutADatabaseWaitsAndMigratesWhenItAppears() throws Exception {
        server.kill();
        CountDownLatch done = new CountDownLatch(1);
        try (Migration migration = new Migration(new Tables(database.dataSource()), done::countDown)) {
            migration.start();
            assertThat(done.await(3, TimeUnit.SECONDS)).isFalse();

            server.start();

            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(database.query("select count(*) from customer_user_ref")).containsExactly("0");
    }

    @Test
    void aMigrationThatIsClosedWhileItWaitsEnds() throws Exception {
        server.kill();
        CountDownLatch done = new CountDownLatch(1);
        Migration migration = new Migration(new Tables(database.dataSource()), done::countDown);
        migration.start();
        migration.close();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .noneMatch(thread -> thread.getName().startsWith("clientele-store-migration")));
        server.start();
        assertThat(done.getCount()).isEqualTo(1);
    }

    @Test
    void callsSaySoWithinTheLimitAndWorkAgainWhenTheDatabaseIsBack() throws Exception {
        database.open();
        database.store().confirm(CLAIM);
        server.kill();

        assertThatUnavailable(() -> database.store().owners(List.of("john")));
        assertThatUnavailable(() -> database.store().confirm(CLAIM));

        server.start();
        await().atMost(LIMIT.multipliedBy(2))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(database.store().owners(List.of("john"))).containsKey("john"));
        assertThat(database.store().confirm(CLAIM).login()).isEqualTo("john");
    }

    @Test
    void whileTheDatabaseIsKnownToBeAwayOneCallAsksAndTheOthersDoNotWait() throws Exception {
        database.open();
        server.kill();
        assertThatUnavailable(() -> database.store().answeredSources());

        List<Long> millis = StoreContract.atOnce(Collections.nCopies(40, (Callable<Long>) this::millisOfAFailingCall));

        assertThat(millis).allMatch(time -> time < LIMIT.toMillis() + 500);
        assertThat(millis).filteredOn(time -> time < 500).hasSizeGreaterThan(30);
    }

    @Test
    void aPersistenceUnitThatFirstMeetsADeadDatabaseRecovers() throws Exception {
        new Tables(database.dataSource()).migrate();
        server.kill();
        EntityManagerFactory unit = database.unit();
        JpaDirectoryStore store = new JpaDirectoryStore(unit, LIMIT);
        try {
            assertThatUnavailable(store::answeredSources);
            server.start();
            await().atMost(LIMIT.multipliedBy(2))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(store.answeredSources()).isEmpty());
        } finally {
            store.close();
            unit.close();
        }
    }

    private long millisOfAFailingCall() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> database.store().answeredSources()).isInstanceOf(StoreUnavailableException.class);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static void assertThatUnavailable(Callable<?> call) {
        long start = System.nanoTime();
        assertThatThrownBy(call::call).isInstanceOf(StoreUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.plusMillis(500));
    }
}
