package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.awaitility.core.ConditionTimeoutException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a closed source leaves behind: nothing. */
class LeakTest {
    private TestDirectory directory;
    private Relay relay;
    private Set<Thread> before;
    private long selectorsBefore;

    @BeforeEach
    void startServer() throws Exception {
        LdapLibrary.start();
        directory = new InMemoryDirectory();
        directory.load(Person.entries(Person.of(1, "a")));
        relay = new Relay(directory.port());
        before = clientThreads();
        selectorsBefore = Selectors.open();
    }

    @AfterEach
    void stopServer() throws Exception {
        relay.close();
        directory.close();
    }

    /** Threads of the LDAP library and of sources. */
    private static Set<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> Stream.of("Nio", "Clientele", "commons-pool").anyMatch(thread.getName()::startsWith))
                .collect(Collectors.toSet());
    }

    private void awaitNothingLeft(Duration limit) {
        await().atMost(limit).until(() -> {
            Set<Thread> left = clientThreads();
            left.removeAll(before);
            return left.isEmpty() && relay.connections() == 0 && Selectors.open() <= selectorsBefore;
        });
    }

    private LdapSource source() {
        return new LdapSource(properties(Map.of()));
    }

    private Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(relay.port()),
                "baseDn",
                TestDirectory.BASE,
                "scope",
                "sub"));
        properties.putAll(more);
        return properties;
    }

    @Test
    void aClosedSourceLeavesNoThreadAndNoSocket() throws Exception {
        for (int round = 0; round < 20; round++) {
            try (LdapSource source = source()) {
                assertThat(source.find("a", Deadline.in(Duration.ofSeconds(10))))
                        .isPresent();
            }
        }
        awaitNothingLeft(Duration.ofSeconds(10));
    }

    @Test
    void aSourceThatNobodyAskedLeavesNothing() {
        source().close();
        awaitNothingLeft(Duration.ofSeconds(10));
    }

    @Test
    void allConnectionsOfASourceShareTheirThreads() throws Exception {
        relay.setSilent(true);
        int callers = 10;
        ExecutorService calls = Executors.newFixedThreadPool(callers);
        try (LdapSource source = source()) {
            for (int caller = 0; caller < callers; caller++) {
                calls.submit(() -> askUntilClosed(source));
            }
            await().until(() -> relay.connections() == callers);
            assertThat(clientThreads().stream()
                            .filter(thread -> thread.getName().startsWith("NioProcessor")))
                    .hasSizeBetween(1, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        } finally {
            calls.shutdownNow();
        }
        awaitNothingLeft(Duration.ofSeconds(10));
    }

    @Test
    void sourcesThatAreClosedWhileConnectionsAreOpenedLeaveNothing() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 40; round++) {
                LdapSource source = source();
                List<Future<?>> calls = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    calls.add(callers.submit(() -> askUntilClosed(source)));
                }
                int asked = round;
                await().pollInterval(Duration.ofMillis(1)).until(() -> relay.connections() >= asked % 4);
                source.close();
                for (Future<?> call : calls) {
                    call.get(10, TimeUnit.SECONDS);
                }
            }
        } finally {
            callers.shutdownNow();
        }
        awaitNothingLeft(Duration.ofSeconds(10));
    }

    private static void askUntilClosed(LdapSource source) {
        Deadline end = Deadline.in(Duration.ofSeconds(5));
        while (!end.passed()) {
            try {
                source.find("a", Deadline.in(Duration.ofSeconds(2)));
            } catch (SourceUnavailableException closed) {
                return;
            }
        }
    }

    @Test
    void aConnectionThatNobodyUsesIsClosedAfterAWhile() throws Exception {
        Access access = new LdapSettingsReader(properties(Map.of())).read().access();
        Duration limit = Duration.ofMillis(300);
        try (Connections connections = new Connections("CustomerUser1", access, System::nanoTime, limit)) {
            for (int round = 0; round < 2; round++) {
                Deadline soon = Deadline.in(Duration.ofSeconds(10));
                assertThat(connections.<Boolean>call(soon, BoundConnection::isConnected))
                        .isTrue();
                await().until(() -> relay.connections() == 0);
            }
        }
        awaitNothingLeft(Duration.ofSeconds(10));
    }

    @Test
    void theCheckCatchesAConnectionThatNobodyClosed() throws Exception {
        LdapConnectionConfig config = new LdapConnectionConfig();
        config.setLdapHost("127.0.0.1");
        config.setLdapPort(relay.port());
        Server server = new Server("127.0.0.1", relay.port(), Encryption.NONE);
        try (IoThreads threads = new IoThreads()) {
            BoundConnection leaked = new BoundConnection(server, config, Optional.empty(), ValueCharset.UTF_8, threads);
            leaked.open();
            assertThat(catchThrowableOfType(
                            ConditionTimeoutException.class, () -> awaitNothingLeft(Duration.ofMillis(500))))
                    .isNotNull();
            leaked.close();
        }
        awaitNothingLeft(Duration.ofSeconds(10));
    }

    @Test
    void aCallUnderWayEndsWhenTheSourceIsClosed() throws Exception {
        LdapSource source = source();
        assertThat(source.find("a", Deadline.in(Duration.ofSeconds(10)))).isPresent();
        relay.setSilent(true);
        CompletableFuture<Reason> call = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                        SourceUnavailableException.class, () -> source.find("a", Deadline.in(Duration.ofSeconds(60))))
                .reason());
        assertThat(catchThrowableOfType(
                        java.util.concurrent.TimeoutException.class, () -> call.get(300, TimeUnit.MILLISECONDS)))
                .isNotNull();
        source.close();
        assertThat(call.get(5, TimeUnit.SECONDS)).isEqualTo(Reason.CONNECTION);
        awaitNothingLeft(Duration.ofSeconds(10));
    }

    @Test
    void aServerThatNeverAnswersIsATimeOutByTheDeadlineAlsoWhileSigningIn() throws Exception {
        relay.setSilent(true);
        for (Map<String, String> credentials :
                List.of(Map.<String, String>of(), Map.of("userDn", TestDirectory.ADMIN, "userPw", "x"))) {
            try (LdapSource source = new LdapSource(properties(credentials))) {
                long start = System.nanoTime();
                SourceUnavailableException late = catchThrowableOfType(
                        SourceUnavailableException.class, () -> source.find("a", Deadline.in(Duration.ofMillis(400))));
                assertThat(late.reason()).isEqualTo(Reason.TIME_OUT);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(Duration.ofMillis(390), Duration.ofSeconds(5));
            }
        }
        awaitNothingLeft(Duration.ofSeconds(10));
    }
}
