package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several servers of one directory; that they differ in the last name shows which of them answered. */
abstract class FailoverContract {
    private final AtomicLong now = new AtomicLong(System.nanoTime());
    private TestDirectory first;
    private TestDirectory second;
    private Relay toFirst;
    private Relay toSecond;

    @BeforeEach
    void startServers() throws Exception {
        LdapLibrary.start();
        first = directory("first");
        second = directory("second");
        toFirst = new Relay(first.port());
        toSecond = new Relay(second.port());
    }

    @AfterEach
    void stopServers() throws Exception {
        toFirst.close();
        toSecond.close();
        first.close();
        second.close();
    }

    /** Starts a server. */
    abstract TestDirectory start() throws Exception;

    private TestDirectory directory(String name) throws Exception {
        TestDirectory directory = start();
        directory.load(Person.entries(Person.of(1, "a").with("sn", name)));
        return directory;
    }

    private static String local(int port) {
        return "127.0.0.1:" + port;
    }

    private static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private LdapSource source(String hosts, String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "host",
                hosts,
                "baseDn",
                TestDirectory.BASE,
                "scope",
                "sub"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new LdapSource(properties, now::get);
    }

    private LdapSource both(String... more) {
        return source(local(toFirst.port()) + " " + local(toSecond.port()), more);
    }

    private static String answering(LdapSource source) throws SourceUnavailableException {
        SourceRecord found =
                source.find("a", Deadline.in(Duration.ofSeconds(5))).orElseThrow();
        return found.fields().get("UserLastname").get(0);
    }

    private static SourceUnavailableException failure(LdapSource source) {
        return catchThrowableOfType(SourceUnavailableException.class, () -> answering(source));
    }

    @Test
    void theFirstServerThatIsThereAnswers() throws Exception {
        int dead = deadPort();
        try (LdapSource alone = source(local(dead));
                LdapSource withAnother = source(local(dead) + " " + local(second.port()));
                LdapSource inOrder = source(local(first.port()) + " " + local(second.port()))) {
            assertThat(failure(alone).reason()).isEqualTo(Reason.CONNECTION);
            assertThat(answering(withAnother)).isEqualTo("second");
            assertThat(answering(inOrder)).isEqualTo("first");
        }
    }

    @Test
    void aServerThatIsLostIsReplacedWithinTheCallAndReturnsLater() throws Exception {
        try (LdapSource source = source(local(first.port()) + " " + local(second.port()))) {
            assertThat(answering(source)).isEqualTo("first");
            assertThat(source.condition().findings()).isEmpty();
            first.kill();
            assertThat(answering(source)).isEqualTo("second");
            assertThat(source.condition().findings()).singleElement().satisfies(finding -> {
                assertThat(finding.key()).isEqualTo("host");
                assertThat(finding.message())
                        .startsWith("ldap://" + local(first.port()) + " (Connection refused")
                        .contains("rests, another server answers");
            });
            first.start();
            assertThat(answering(source)).isEqualTo("second");
            now.addAndGet(Servers.REST.toNanos());
            assertThat(answering(source)).isEqualTo("first");
            assertThat(source.condition().findings()).isEmpty();
        }
    }

    @Test
    void aServerThatStaysAwayDisturbsNobody() throws Exception {
        try (LdapSource source = source(local(deadPort()) + " " + local(second.port()))) {
            for (int round = 0; round < 3; round++) {
                assertThat(answering(source)).isEqualTo("second");
                now.addAndGet(Servers.REST.toNanos());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerThatNeverAnswersIsLeftInTimeForTheNext(boolean signIn) throws Exception {
        String[] credentials = {"userDn", TestDirectory.ADMIN, "userPw", TestDirectory.ADMIN_PASSWORD};
        toFirst.setSilent(true);
        try (LdapSource source = signIn ? both(credentials) : both()) {
            long start = System.nanoTime();
            assertThat(answering(source)).isEqualTo("second");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(1600), Duration.ofSeconds(4));
            toFirst.setSilent(false);
            assertThat(answering(source)).isEqualTo("second");
            now.addAndGet(Servers.REST.toNanos());
            assertThat(answering(source)).isEqualTo("first");
        }
    }

    @Test
    void theFailureOfEachServerIsNamed() throws Exception {
        int dead = deadPort();
        int alsoDead = deadPort();
        toSecond.setSilent(true);
        String hosts = local(dead) + " " + local(toSecond.port()) + " ldaps://" + local(alsoDead);
        try (LdapSource source = source(hosts, "timeout", "0.3")) {
            SourceUnavailableException failure = failure(source);
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
            assertThat(failure.getMessage())
                    .matches("No connection to ldap://" + local(dead) + " \\(Connection refused.*\\), "
                            + "ldap://" + local(toSecond.port()) + " \\(no answer within the time limit\\), "
                            + "ldaps://" + local(alsoDead) + " \\(Connection refused.*\\)");
        }
    }

    @Test
    void aRefusedPasswordIsNotTriedElsewhere() {
        try (LdapSource source = both("userDn", TestDirectory.ADMIN, "userPw", "wrong-password")) {
            assertThat(failure(source).getMessage())
                    .startsWith("ldap://" + local(toFirst.port()))
                    .contains("refused the sign-in")
                    .doesNotContain("wrong-password");
            assertThat(toSecond.connections()).isZero();
        }
    }
}
