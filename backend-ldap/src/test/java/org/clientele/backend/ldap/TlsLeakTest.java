package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.Deadline;
import org.clientele.testkit.server.TestCa;
import org.clientele.testkit.server.TestCa.Issued;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever becomes of TLS, nothing stays open. The library's threads end by themselves where a connection is forgotten; the
 * selectors that they had do not, and each is two open files.
 */
class TlsLeakTest {
    private static final int TRIES = 3;

    @TempDir
    static Path files;

    private static TestCa ca;
    private static Path trust;

    private long before;

    @BeforeAll
    static void makeAuthority() throws Exception {
        LdapLibrary.start();
        ca = new TestCa("CN=Test CA");
        trust = ca.savePem(files.resolve("ca.pem"));
    }

    @BeforeEach
    void countSelectors() {
        before = Selectors.open();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"STARTTLS", "LDAPS"})
    void aConnectionThatWorkedIsLetGoOf(Encryption tls) throws Exception {
        try (InMemoryDirectory server = server(tls, ca.issue("CN=server", "localhost"))) {
            server.load(Person.entries(Person.of(1, "a")));
            for (int i = 0; i < TRIES; i++) {
                try (LdapSource source = source(tls, server.port(), "10")) {
                    assertThat(source.find("a", Deadline.in(Duration.ofSeconds(10))))
                            .isPresent();
                }
            }
            try (LdapSource source = source(tls, server.port(), "10")) {
                assertThat(source.find("a", Deadline.in(Duration.ofSeconds(10))))
                        .isPresent();
                server.stop();
            }
        }
        assertNothingStays();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"STARTTLS", "LDAPS"})
    void aCertificateIsRefused(Encryption tls) throws Exception {
        Instant lastMonth = Instant.now().minus(Duration.ofDays(30));
        for (Issued refused : List.of(
                new TestCa("CN=Another CA").issue("CN=server", "localhost"),
                ca.issue("CN=server", "ldap.example.com"),
                ca.issue("CN=server", lastMonth, "localhost"))) {
            try (InMemoryDirectory server = server(tls, refused)) {
                fail(tls, server.port());
            }
        }
        assertNothingStays();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"STARTTLS", "LDAPS"})
    void theServerSpeaksNoTls(Encryption tls) throws Exception {
        String hello = "160302002a020000260302" + "5a".repeat(32) + "00c01300";
        String clear = "300c02010261070a010004000400";
        String begin = tls == Encryption.STARTTLS ? RawServer.START_TLS : "";
        for (String answer : List.of(
                begin + hello,
                begin + clear,
                "3018020101" + "78130a0134" + "0400" + "040c" + "6e6f0a3c623e544c533c2f62")) {
            try (RawServer server = new RawServer(HexFormat.of().parseHex(answer), false)) {
                fail(tls, server.port());
            }
        }
        assertNothingStays();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"STARTTLS", "LDAPS"})
    void theServerHangsUpOrGetsStuck(Encryption tls) throws Exception {
        for (String answer : List.of("", RawServer.START_TLS)) {
            for (boolean hangsUp : new boolean[] {true, false}) {
                try (RawServer server = new RawServer(HexFormat.of().parseHex(answer), hangsUp)) {
                    fail(tls, server.port());
                }
            }
        }
        assertNothingStays();
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (RawServer server = new RawServer(new byte[0], true)) {
            port = server.port();
        }
        fail(Encryption.LDAPS, port);
        assertNothingStays();
    }

    private static InMemoryDirectory server(Encryption tls, Issued certificate) throws Exception {
        return InMemoryDirectory.withTls(tls, ca.server(certificate), false);
    }

    private static LdapSource source(Encryption tls, int port, String timeout) {
        return new LdapSource(new HashMap<>(Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "host",
                "localhost",
                "port",
                Integer.toString(port),
                "tls",
                tls.name().toLowerCase(Locale.ROOT),
                "trustStore",
                trust.toString(),
                "timeout",
                timeout,
                "baseDn",
                TestDirectory.BASE,
                "scope",
                "sub")));
    }

    private static void fail(Encryption tls, int port) {
        for (int i = 0; i < TRIES; i++) {
            try (LdapSource source = source(tls, port, "0.5")) {
                assertThat(catchThrowableOfType(
                                SourceUnavailableException.class,
                                () -> source.find("a", Deadline.in(Duration.ofSeconds(10)))))
                        .isNotNull();
            }
        }
    }

    private void assertNothingStays() {
        await().untilAsserted(() -> assertThat(Selectors.open()).as("selectors").isLessThanOrEqualTo(before));
    }
}
