package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.Deadline;
import org.clientele.testkit.server.TestCa;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that have no TLS, pretend to, or get stuck; none of them ever hears the password. */
class TlsFaultsTest {
    private static final String PASSWORD = "never-in-clear";

    @TempDir
    static Path files;

    private static Path trust;

    @BeforeAll
    static void makeAuthority() throws Exception {
        LdapLibrary.start();
        trust = new TestCa("CN=Test CA").savePem(files.resolve("ca.pem"));
    }

    private static LdapSource source(String tls, int port, String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "host",
                "localhost",
                "port",
                Integer.toString(port),
                "tls",
                tls,
                "trustStore",
                trust.toString(),
                "baseDn",
                TestDirectory.BASE,
                "scope",
                "sub",
                "userDn",
                TestDirectory.ADMIN,
                "userPw",
                PASSWORD));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new LdapSource(properties);
    }

    private static SourceUnavailableException failure(LdapSource source, Duration limit) {
        return catchThrowableOfType(SourceUnavailableException.class, () -> source.find("a", Deadline.in(limit)));
    }

    private static SourceUnavailableException failure(LdapSource source) {
        return failure(source, Duration.ofSeconds(20));
    }

    private static RawServer server(String hex) throws Exception {
        return new RawServer(HexFormat.of().parseHex(hex), false);
    }

    @Test
    void aServerThatRefusesStartTlsIsNotAskedAndQuoted() throws Exception {
        try (InMemoryDirectory plain = new InMemoryDirectory();
                Relay relay = new Relay(plain.port());
                LdapSource source = source("starttls", relay.port())) {
            SourceUnavailableException failure = failure(source);
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
            assertThat(failure)
                    .hasMessageContaining("refused StartTLS (")
                    .hasMessageContaining("1.3.6.1.4.1.1466.20037")
                    .hasMessageContaining("nothing was sent");
            assertThat(plain.binds()).isZero();
            assertThat(plain.searches()).isZero();
        }
    }

    @Test
    void whatARefusalSaysIsShownAsOneLine() throws Exception {
        // unavailable, and "no\n<b>TLS</b>" for people
        try (RawServer server = server("3018020101" + "78130a0134" + "0400" + "040c" + "6e6f0a3c623e544c533c2f62")) {
            try (LdapSource source = source("starttls", server.port())) {
                assertThat(failure(source)).hasMessageContaining("refused StartTLS (unavailable: no <b>TLS</b)");
            }
        }
    }

    @Test
    void aServerWithoutTlsAtThePortOfLdapsIsToldApart() throws Exception {
        try (InMemoryDirectory plain = new InMemoryDirectory();
                LdapSource source = source("ldaps", plain.port())) {
            SourceUnavailableException failure = failure(source);
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
            assertThat(failure).hasMessageContaining("No connection to ldaps://localhost:" + plain.port());
            assertThat(plain.binds()).isZero();
        }
        // a notice of disconnection
        try (RawServer server = server("300c02010078070a010204000400");
                LdapSource source = source("ldaps", server.port())) {
            assertThat(failure(source)).hasMessageContaining("does not speak TLS at this port");
        }
    }

    /** TLS 1.1 as the answer to whatever was offered; and the same after StartTLS. */
    @Test
    void anOldTlsIsRefused() throws Exception {
        String hello = "160302002a020000260302" + "5a".repeat(32) + "00c01300";
        try (RawServer server = server(hello);
                LdapSource source = source("ldaps", server.port())) {
            assertThat(failure(source)).hasMessageContaining("knows no TLS 1.2");
            assertThat(server.heard()).doesNotContain(PASSWORD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"300c02010261070a010004000400", "30840000010002010364"})
    void whatComesInClearBehindTheAnswerToStartTlsEndsIt(String injected) throws Exception {
        try (RawServer server = server(RawServer.START_TLS + injected);
                LdapSource source = source("starttls", server.port())) {
            SourceUnavailableException failure = failure(source);
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
            assertThat(failure).hasMessageContaining("in clear text where TLS had to begin");
            assertThat(server.heard()).doesNotContain(PASSWORD);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "starttls, '', if this is its port of LDAPS",
        "starttls, " + RawServer.START_TLS + ", its log says why",
        "ldaps, '', if this is its port of clear text",
    })
    void aServerThatHangsUpIsNamed(String tls, String answer, String advice) throws Exception {
        try (RawServer server = new RawServer(HexFormat.of().parseHex(answer), true);
                LdapSource source = source(tls, server.port())) {
            SourceUnavailableException failure = failure(source);
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
            assertThat(failure)
                    .hasMessageMatching(
                            "No connection to ldaps?://localhost:[0-9]+ \\(.*the server closed the connection.*\\)")
                    .hasMessageContaining(advice);
            assertThat(server.heard()).doesNotContain(PASSWORD);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "starttls, ''",
        "starttls, " + RawServer.START_TLS,
        "ldaps, ''",
    })
    void aServerThatGetsStuckIsLeftInTime(String tls, String answer) throws Exception {
        try (RawServer server = server(answer)) {
            try (LdapSource source = source(tls, server.port(), "timeout", "0.6")) {
                SourceUnavailableException failure = failure(source);
                assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
                assertThat(failure).hasMessageContaining("no answer within the time limit");
                await().until(() -> server.connections() == 0);
            }
            try (LdapSource source = source(tls, server.port())) {
                long start = System.nanoTime();
                SourceUnavailableException failure = failure(source, Duration.ofMillis(500));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
                assertThat(failure.reason()).isEqualTo(Reason.TIME_OUT);
            }
            await().until(() -> server.connections() == 0);
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("Clientele LDAP")));
            assertThat(server.heard()).doesNotContain(PASSWORD);
        }
    }

    @Test
    void theNextServerAnswersForOneWhoseTlsIsBroken() throws Exception {
        TestCa ca = new TestCa("CN=Test CA");
        Path known = ca.savePem(files.resolve("known.pem"));
        try (RawServer stuck = server(RawServer.START_TLS);
                InMemoryDirectory good = InMemoryDirectory.withTls(
                        Encryption.STARTTLS, ca.server(ca.issue("CN=server", "localhost")), false);
                LdapSource source = source(
                        "starttls",
                        stuck.port(),
                        "port",
                        "",
                        "host",
                        "localhost:" + stuck.port() + " localhost:" + good.port(),
                        "userPw",
                        TestDirectory.ADMIN_PASSWORD,
                        "trustStore",
                        known.toString())) {
            good.load(Person.entries(Person.of(1, "a")));
            assertThat(source.find("a", Deadline.in(Duration.ofSeconds(10)))).isPresent();
        }
    }
}
