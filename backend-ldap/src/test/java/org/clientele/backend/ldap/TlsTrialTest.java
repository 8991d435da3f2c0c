package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.spi.Deadline;
import org.clientele.spi.TestRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about a server's certificate, with certificates made by the JDK's own tool. */
class TlsTrialTest {
    private static final char[] PIN = "changeit".toCharArray();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        threads.shutdownNow();
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
    private static X509ExtendedTrustManager trusting(KeyStore server) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.getCertificate("server"));
        return TlsTrial.of(trusted);
    }

    private TestStep look(KeyStore server, String host, X509ExtendedTrustManager trust) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(server, PIN);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        try (SSLServerSocket listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> shakeHands(listener));
            List<TestStep> steps = new ArrayList<>();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
                socket.setSoTimeout(10_000);
                TlsTrial trial = new TlsTrial(new Server(host, listener.getLocalPort(), true), trust);
                new TestRun(Deadline.in(Duration.ofSeconds(20)), steps::add)
                        .step("tls", Duration.ofSeconds(10), report -> trial.look(socket, report));
            }
            return steps.get(0);
        }
    }

    private static int shakeHands(SSLServerSocket listener) throws IOException {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.startHandshake();
            return socket.getInputStream().read();
        }
    }

    @Test
    void aTrustedCertificateIsShownWithItsLastDay() throws Exception {
        KeyStore server = store("-1d", 400);
        TestStep step = look(server, "localhost", trusting(server));
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
        TestStep step = look(server, "localhost", trusting(server));
        assertThat(step.result()).isEqualTo(Result.WARNED);
        assertThat(step.details()).singleElement().asString().matches(".* 1[89] days left; renew it");
    }

    @Test
    void oneThatExpiredFailsAndIsShown() throws Exception {
        TestStep step = look(store("-10d", 5), "localhost", TlsTrial.ofThePlatform());
        assertThat(step.result()).isEqualTo(Result.FAILED);
        assertThat(step.details()).singleElement().asString().endsWith(", expired");
    }

    @Test
    void oneThatNobodyVouchesForFailsAndIsShown() throws Exception {
        TestStep step = look(store("-1d", 300), "localhost", TlsTrial.ofThePlatform());
        assertThat(step.result()).isEqualTo(Result.FAILED);
        assertThat(step.message()).contains("is not trusted").contains("certification path");
        assertThat(step.details()).singleElement().asString().startsWith("CN=Ünal's directory");
    }

    @Test
    void oneForAnotherNameFails() throws Exception {
        KeyStore server = store("-1d", 300);
        TestStep step = look(server, "127.0.0.1", trusting(server));
        assertThat(step.result()).isEqualTo(Result.FAILED);
        assertThat(step.message()).contains("is not trusted").contains("127.0.0.1");
    }
}
