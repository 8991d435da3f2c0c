package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.Deadline;
import org.clientele.spi.TestRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said about a server's certificate, with certificates made by the JDK's own tool. */
class TlsTrialTest {
    private static final char[] PIN = "changeit".toCharArray();

    @TempDir
    Path folder;

    @BeforeEach
    void startLibrary() {
        LdapLibrary.start();
    }

    private KeyStore store(String start, int days) throws Exception {
        Path file = folder.resolve("store" + days);
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=Ünal's directory",
                        "-ext",
                        "san=dns:localhost",
                        "-startdate",
                        start,
                        "-validity",
                        Integer.toString(days),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PIN))
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(tool.exitValue()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PIN);
        }
        return store;
    }

    /** The same certificate as one to be trusted. */
    private String trusting(KeyStore server) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.getCertificate("server"));
        Path file = folder.resolve("trusted");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PIN);
        }
        return file.toString();
    }

    private TestStep look(KeyStore server, String host, String... more) throws Exception {
        return look(Encryption.LDAPS, server, host, more);
    }

    private static TestStep look(Encryption encryption, KeyStore server, String host, String... more) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(server, PIN);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        try (InMemoryDirectory directory = InMemoryDirectory.withTls(encryption, context, false)) {
            Map<String, String> draft = new HashMap<>(Map.of(
                    "service.pid",
                    LdapSourceComponent.PID + "~CustomerUser1",
                    "host",
                    host + ":" + directory.port(),
                    "tls",
                    encryption.name().toLowerCase(Locale.ROOT),
                    "baseDn",
                    TestDirectory.BASE,
                    "scope",
                    "sub"));
            for (int i = 0; i < more.length; i += 2) {
                draft.put(more[i], more[i + 1]);
            }
            Access access = new LdapSettingsReader(draft).read().access();
            List<TestStep> steps = new ArrayList<>();
            new TestRun(Deadline.in(Duration.ofSeconds(20)), steps::add)
                    .step(
                            "tls",
                            Duration.ofSeconds(10),
                            new TlsTrial(access.servers().get(0), access)::look);
            assertThat(directory.binds()).isZero();
            return steps.get(0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LDAPS", "STARTTLS"})
    void aTrustedCertificateIsShownWithItsLastDay(Encryption encryption) throws Exception {
        KeyStore server = store("-1d", 400);
        TestStep step =
                look(encryption, server, "localhost", "trustStore", trusting(server), "trustStorePassword", "changeit");
        assertThat(step.result()).as(step.message()).isEqualTo(Result.PASSED);
        assertThat(step.message()).isEqualTo("TLSv1.3, the certificate names localhost and is trusted");
        assertThat(step.details())
                .singleElement()
                .asString()
                .matches("CN=Ünal's directory, until 20..-..-.., 39[89] days left");
    }

    @Test
    void oneThatEndsWithinThirtyDaysIsAWarning() throws Exception {
        KeyStore server = store("-1d", 20);
        TestStep step = look(server, "localhost", "trustStore", trusting(server), "trustStorePassword", "changeit");
        assertThat(step.result()).isEqualTo(Result.WARNED);
        assertThat(step.details()).singleElement().asString().matches(".* 1[89] days left; renew it");
    }

    @Test
    void oneThatExpiredFailsAndIsShown() throws Exception {
        TestStep step = look(store("-10d", 5), "localhost");
        assertThat(step.result()).isEqualTo(Result.FAILED);
        assertThat(step.details()).singleElement().asString().endsWith(", expired");
    }

    @Test
    void oneThatNobodyVouchesForFailsAndIsShown() throws Exception {
        TestStep step = look(store("-1d", 300), "localhost");
        assertThat(step.result()).isEqualTo(Result.FAILED);
        assertThat(step.message()).contains("its certificate comes from no CA that we trust");
        assertThat(step.details()).singleElement().asString().startsWith("CN=Ünal's directory");
    }

    @Test
    void oneForAnotherNameFails() throws Exception {
        KeyStore server = store("-1d", 300);
        TestStep step = look(server, "127.0.0.1", "trustStore", trusting(server), "trustStorePassword", "changeit");
        assertThat(step.result()).isEqualTo(Result.FAILED);
        assertThat(step.message()).contains("its certificate is of another host");
    }
}
