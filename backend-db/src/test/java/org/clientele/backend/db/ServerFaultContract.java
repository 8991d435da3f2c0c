package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.Test;

/** What a source says when a server goes, and what it leaves there. */
abstract class ServerFaultContract extends FaultContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int THREADS = 6;
    private static final int SOME = 60;

    @Override
    abstract ServerDatabase<?> database();

    /** How many connections the server has, other than that of this query. */
    abstract String connections();

    @Test
    void nothingAcknowledgedIsLostWhenTheServerDiesUnderLoad() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<SourceUnavailableException> failures = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> loads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String name = "load" + i + "-";
                loads.add(threads.submit(() -> addUntilInterrupted(name, acknowledged, failures)));
            }
            await().atMost(PATIENCE).until(() -> acknowledged.size() > SOME);
            database().kill();
            await().atMost(PATIENCE).until(() -> failures.size() > THREADS);
            database().up();
            int before = acknowledged.size();
            await().atMost(PATIENCE).until(() -> acknowledged.size() > before + SOME);
            threads.shutdownNow();
            assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            for (Future<?> load : loads) {
                load.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(database().query("select login from customer_user").lines()).containsAll(acknowledged);
        assertThat(failures)
                .extracting(SourceUnavailableException::reason)
                .contains(Reason.CONNECTION)
                .isSubsetOf(Reason.CONNECTION, Reason.TIME_OUT);
        assertThat(failures)
                .filteredOn(failure -> failure.reason() == Reason.CONNECTION)
                .allSatisfy(failure ->
                        assertThat(failure).hasMessageStartingWith("The database of CustomerUser cannot be reached"));
        assertThat(Integer.parseInt(database().query(connections()))).isLessThanOrEqualTo(PooledDatabase.CONNECTIONS);
    }

    @Test
    void anAdditionThatWaitsForAnotherPastItsLimitIsCancelled() throws Exception {
        try (Connection other = database().unpooled().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate(
                    "insert into customer_user (login, email, customer_id, first_name, last_name, valid_id,"
                            + " create_time, create_by, change_time, change_by) values ('ann', 'a@example.com', 'acme', 'A', 'B', 1,"
                            + " current_timestamp, 'x', current_timestamp, 'x')");

            assertUnavailable(
                    Reason.TIME_OUT,
                    "The database of CustomerUser did not answer in time.",
                    () -> source().writable().add(TestSource.person("ann"), Deadline.in(Duration.ofMillis(1500))));
            assertThat(pooled().pool().getActiveConnections()).isZero();
            other.rollback();
        }
        source().add("ann");
    }

    @Test
    void aClosedSourceLeavesNoConnectionAtTheServer() {
        source().close();
        pooled().close();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database().query(connections())).isEqualTo("0"));
    }

    private Object addUntilInterrupted(
            String name, Queue<String> acknowledged, Queue<SourceUnavailableException> failures) throws Exception {
        for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
            String login = name + i;
            try {
                source().add(login);
                acknowledged.add(login);
            } catch (SourceUnavailableException e) {
                failures.add(e);
            }
        }
        return acknowledged;
    }
}
