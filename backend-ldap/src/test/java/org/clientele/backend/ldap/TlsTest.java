package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.Deadline;
import org.clientele.testkit.server.TestCa;
import org.clientele.testkit.server.TestCa.Issued;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom a source trusts, and as whom it shows itself, with LDAPS and with StartTLS. */
class TlsTest {
    private static TestCa ca;
    private static TestCa otherCa;

    @TempDir
    Path files;

    private Path trust;

    @BeforeAll
    static void makeAuthorities() throws Exception {
        LdapLibrary.start();
        ca = new TestCa("CN=Test CA,O=Ünal & Söhne");
        otherCa = new TestCa("CN=Another CA");
    }

    @BeforeEach
    void saveAuthority() throws Exception {
        trust = ca.savePem(files.resolve("ca of \"Ünal\".pem"));
    }

    private static InMemoryDirectory directory(Encryption encryption, SSLContext context, boolean clientCertificate)
            throws Exception {
        InMemoryDirectory directory = InMemoryDirectory.withTls(encryption, context, clientCertificate);
        directory.load(Person.entries(Person.of(1, "a").with("sn", "O'Brien")));
        return directory;
    }

    private static InMemoryDirectory directory(Encryption encryption, String... names) throws Exception {
        return directory(encryption, ca.server(ca.issue("CN=server", names)), false);
    }

    private Map<String, String> configuration(Encryption encryption, String host, int port, String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "host",
                host,
                "port",
                Integer.toString(port),
                "tls",
                encryption.name().toLowerCase(Locale.ROOT),
                "trustStore",
                trust.toString(),
                "baseDn",
                TestDirectory.BASE,
                "scope",
                "sub"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        properties.values().removeIf(String::isEmpty);
        return properties;
    }

    private String answer(Map<String, String> configuration) {
        try (LdapSource source = new LdapSource(configuration)) {
            return answer(source);
        }
    }

    /** The last name that was found, or why there was none. */
    private static String answer(LdapSource source) {
        try {
            return source.find("a", Deadline.in(Duration.ofSeconds(20)))
                    .orElseThrow()
                    .fields()
                    .get("UserLastname")
                    .get(0);
        } catch (SourceUnavailableException e) {
            assertThat(e.reason()).isEqualTo(Reason.CONNECTION);
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "LDAPS"})
    void aTrustedServerWithTheRightNameAnswers(Encryption encryption) throws Exception {
        try (InMemoryDirectory directory = directory(encryption, "localhost")) {
            assertThat(answer(configuration(encryption, "localhost", directory.port())))
                    .isEqualTo("O'Brien");
            assertThat(answer(configuration(
                            encryption,
                            "localhost",
                            directory.port(),
                            "userDn",
                            TestDirectory.ADMIN,
                            "userPw",
                            TestDirectory.ADMIN_PASSWORD)))
                    .isEqualTo("O'Brien");
            assertThat(directory.binds()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "LDAPS"})
    void anAddressHasToBeInTheCertificate(Encryption encryption) throws Exception {
        try (InMemoryDirectory directory = directory(encryption, "127.0.0.1")) {
            assertThat(answer(configuration(encryption, "127.0.0.1", directory.port())))
                    .isEqualTo("O'Brien");
        }
        // what the name service calls the address does not count: whoever answers there would say whom to trust
        try (InMemoryDirectory directory = directory(encryption, "localhost")) {
            assertThat(answer(configuration(encryption, "127.0.0.1", directory.port())))
                    .contains("its certificate is of another host")
                    .contains("127.0.0.1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "LDAPS"})
    void aCertificateOfAnotherHostIsRefused(Encryption encryption) throws Exception {
        try (InMemoryDirectory directory = directory(encryption, "ldap.example.com", "10.0.0.1")) {
            assertThat(answer(configuration(encryption, "localhost", directory.port())))
                    .contains("its certificate is of another host")
                    .contains("localhost")
                    .contains("write its name as host");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "LDAPS"})
    void aCertificateOfAnUnknownAuthorityIsRefused(Encryption encryption) throws Exception {
        SSLContext foreign = otherCa.server(otherCa.issue("CN=server", "localhost"));
        try (InMemoryDirectory directory = directory(encryption, foreign, false)) {
            assertThat(answer(configuration(encryption, "localhost", directory.port())))
                    .contains("comes from no CA that we trust")
                    .contains("trustStore");
        }
        try (InMemoryDirectory directory = directory(encryption, "localhost")) {
            assertThat(answer(configuration(encryption, "localhost", directory.port(), "trustStore", "")))
                    .contains("comes from no CA that we trust");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STARTTLS, -30, its certificate has expired",
        "LDAPS,    -30, its certificate has expired",
        "LDAPS,    30,  its certificate is not valid yet"
    })
    void aCertificateOutsideItsTimeIsRefused(Encryption encryption, int days, String why) throws Exception {
        Issued issued = ca.issue("CN=server", Instant.now().plus(Duration.ofDays(days)), "localhost");
        try (InMemoryDirectory directory = directory(encryption, ca.server(issued), false)) {
            assertThat(answer(configuration(
                            encryption,
                            "localhost",
                            directory.port(),
                            "userDn",
                            TestDirectory.ADMIN,
                            "userPw",
                            TestDirectory.ADMIN_PASSWORD)))
                    .contains(why);
            assertThat(directory.binds()).isZero();
        }
    }

    @Test
    void filesOfEveryKindAreTrusted() throws Exception {
        try (InMemoryDirectory directory = directory(Encryption.LDAPS, "localhost")) {
            for (Path file : new Path[] {
                ca.saveDer(files.resolve("ca.cer")),
                ca.saveStore(files.resolve("ca.p12"), "PKCS12"),
                ca.saveStore(files.resolve("ca.jks"), "JKS")
            }) {
                String password = file.toString().endsWith("cer") ? "" : TestCa.PASSWORD;
                assertThat(answer(configuration(
                                Encryption.LDAPS,
                                "localhost",
                                directory.port(),
                                "trustStore",
                                file.toString(),
                                "trustStorePassword",
                                password)))
                        .as(file.toString())
                        .isEqualTo("O'Brien");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "LDAPS"})
    void aServerThatWantsAClientCertificateGetsOneThatItTrusts(Encryption encryption) throws Exception {
        Path own = ca.issue("CN=clientele").save(files.resolve("client.p12"));
        Path foreign = otherCa.issue("CN=clientele").save(files.resolve("foreign.p12"));
        SSLContext context = ca.server(ca.issue("CN=server", "localhost"));
        try (InMemoryDirectory directory = directory(encryption, context, true)) {
            int port = directory.port();
            assertThat(answer(configuration(encryption, "localhost", port)))
                    .contains("wants a client certificate that it trusts")
                    .contains("keyStore");
            assertThat(answer(configuration(
                            encryption,
                            "localhost",
                            port,
                            "keyStore",
                            own.toString(),
                            "keyStorePassword",
                            TestCa.PASSWORD)))
                    .isEqualTo("O'Brien");
            assertThat(answer(configuration(
                            encryption,
                            "localhost",
                            port,
                            "keyStore",
                            foreign.toString(),
                            "keyStorePassword",
                            TestCa.PASSWORD)))
                    .contains("wants a client certificate that it trusts");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "LDAPS"})
    void theClientCertificateIsTheSignIn(Encryption encryption) throws Exception {
        Path own = ca.issue("CN=clientele").save(files.resolve("client.p12"));
        SSLContext context = ca.server(ca.issue("CN=server", "localhost"));
        try (InMemoryDirectory directory = directory(encryption, context, true)) {
            assertThat(answer(configuration(
                            encryption,
                            "localhost",
                            directory.port(),
                            "bind",
                            "external",
                            "keyStore",
                            own.toString(),
                            "keyStorePassword",
                            TestCa.PASSWORD)))
                    .isEqualTo("O'Brien");
            assertThat(directory.externals()).isEqualTo(1);
            assertThat(directory.binds()).isZero();
        }
    }

    @Test
    void renewedFilesCountFromTheNextConnectionOn() throws Exception {
        Path own = otherCa.issue("CN=clientele").save(files.resolve("client.p12"));
        Files.delete(trust);
        SSLContext context = ca.server(ca.issue("CN=server", "localhost"));
        try (InMemoryDirectory directory = directory(Encryption.LDAPS, context, true);
                LdapSource source = new LdapSource(configuration(
                        Encryption.LDAPS,
                        "localhost",
                        directory.port(),
                        "keyStore",
                        own.toString(),
                        "keyStorePassword",
                        TestCa.PASSWORD))) {
            assertThat(answer(source))
                    .isEqualTo("The file of trustStore " + trust
                            + " is not there, or may not be read by the user that runs Karaf");
            ca.savePem(trust);
            assertThat(answer(source)).contains("wants a client certificate that it trusts");
            Path renewed = ca.issue("CN=clientele").save(files.resolve("renewed.p12"));
            Files.move(renewed, own, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            assertThat(answer(source)).isEqualTo("O'Brien");
            otherCa.savePem(trust);
            assertThat(answer(source)).as("an open connection stays").isEqualTo("O'Brien");
            directory.stop();
            directory.start();
            assertThat(answer(source)).contains("comes from no CA that we trust");
        }
    }

    @Test
    void filesThatCannotBeUsedSayWhatToDoAndNoPassword() throws Exception {
        Path key = ca.issue("CN=clientele").save(files.resolve("client.p12"));
        Path garbage = Files.writeString(files.resolve("garbage"), "no certificate");
        Path empty = Files.createFile(files.resolve("empty"));
        Map<String, String> expected = new HashMap<>();
        expected.put("keyStore " + files, "is not there, or may not be read");
        expected.put("keyStore " + garbage, "is neither PKCS12 nor JKS nor certificates in PEM");
        expected.put("keyStore " + trust, "holds no private key; make a PKCS12 file");
        expected.put("keyStore " + key, "cannot be opened; is keyStorePassword right?");
        expected.put("trustStore " + files.resolve("nowhere"), "is not there, or may not be read");
        expected.put("trustStore " + garbage, "is neither PKCS12 nor JKS nor certificates in PEM");
        expected.put("trustStore " + empty, "holds no certificate to trust");
        expected.put("trustStore " + key, "cannot be opened; is trustStorePassword right?");
        expected.forEach((file, message) -> {
            String name = file.substring(0, file.indexOf(' '));
            String path = file.substring(file.indexOf(' ') + 1);
            Map<String, String> configuration =
                    configuration(Encryption.LDAPS, "localhost", 1, name, path, name + "Password", "wrong-password");
            try (LdapSource source = new LdapSource(configuration)) {
                SourceUnavailableException failure = catchThrowableOfType(
                        SourceUnavailableException.class, () -> source.find("a", Deadline.in(Duration.ofSeconds(20))));
                assertThat(failure).hasMessageContaining("The file of " + file).hasMessageContaining(message);
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    assertThat(cause.toString()).doesNotContain("wrong-password");
                }
            }
        });
    }

    @Test
    void aKeyWithAPasswordOfItsOwnIsNamed() throws Exception {
        java.security.KeyStore store = java.security.KeyStore.getInstance("JKS");
        store.load(null, null);
        java.security.KeyStore issued = ca.issue("CN=clientele").store("inner");
        store.setKeyEntry(
                "key",
                issued.getKey("key", "inner".toCharArray()),
                "inner".toCharArray(),
                issued.getCertificateChain("key"));
        Path file = TestCa.save(store, files.resolve("client.jks"), "outer");
        assertThat(answer(configuration(
                        Encryption.LDAPS, "localhost", 1, "keyStore", file.toString(), "keyStorePassword", "outer")))
                .contains("has a key whose password is not keyStorePassword");
    }
}
