package org.clientele.backend.ldap;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.testkit.server.FreePort;

/** Debian's slapd in a folder of its own, on a free port of the loopback interface. */
final class OpenLdapDirectory implements TestDirectory {
    private final Path home = Files.createTempDirectory("clientele-slapd");
    private final int port = FreePort.next();
    private final int ldapsPort = FreePort.next();
    private Optional<Process> process = Optional.empty();

    private final String more;
    private final List<String> overlays;

    OpenLdapDirectory() throws Exception {
        this("", List.of());
    }

    /** @param more lines of its configuration; with certificates it also has a port for LDAPS */
    OpenLdapDirectory(String more) throws Exception {
        this(more, List.of());
    }

    /** @param overlays that the server is to have */
    OpenLdapDirectory(List<String> overlays) throws Exception {
        this("", overlays);
    }

    private OpenLdapDirectory(String more, List<String> overlays) throws Exception {
        this.more = more;
        this.overlays = List.copyOf(overlays);
        Files.createDirectory(home.resolve("db"));
        Files.writeString(home.resolve("slapd.conf"), configuration("unlimited"));
        start();
        load(List.of());
    }

    int ldapsPort() {
        return ldapsPort;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() throws IOException {
        Path log = home.resolve("log");
        process = Optional.of(
                new ProcessBuilder("/usr/sbin/slapd", "-f", home + "/slapd.conf", "-h", addresses(), "-d", "0")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start());
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(this::listens);
    }

    @Override
    public void stop() throws InterruptedException {
        Process running = process.orElseThrow();
        running.destroy();
        if (!running.waitFor(10, TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
        }
    }

    @Override
    public void kill() throws InterruptedException {
        process.orElseThrow().destroyForcibly().waitFor();
    }

    @Override
    public void limit(int entries) throws Exception {
        stop();
        Files.writeString(
                home.resolve("slapd.conf"), configuration(entries == 0 ? "unlimited" : Integer.toString(entries)));
        start();
    }

    /** In clear text, unless the server wants no such thing. */
    private LDAPConnection administrator() throws Exception {
        return more.contains("security ssf")
                ? new LDAPConnection(
                        new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory(),
                        "127.0.0.1",
                        ldapsPort,
                        ADMIN,
                        ADMIN_PASSWORD)
                : new LDAPConnection("127.0.0.1", port, ADMIN, ADMIN_PASSWORD);
    }

    @Override
    public void load(List<Entry> entries) throws Exception {
        try (LDAPConnection connection = administrator()) {
            if (connection.getEntry(BASE) == null) {
                connection.add(
                        "dn: " + BASE, "objectClass: dcObject", "objectClass: organization", "o: x", "dc: example");
            }
            TestDirectory.replaceAll(connection, entries);
        }
    }

    @Override
    public void close() throws Exception {
        stop();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String addresses() {
        String ldap = "ldap://127.0.0.1:" + port;
        return more.contains("TLSCertificateFile") ? ldap + " ldaps://127.0.0.1:" + ldapsPort : ldap;
    }

    private boolean listens() throws IOException {
        if (!process.orElseThrow().isAlive()) {
            throw new IllegalStateException("slapd ended: " + Files.readString(home.resolve("log")));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    private String configuration(String sizeLimit) throws Exception {
        return String.join(
                "\n",
                "include /etc/ldap/schema/core.schema",
                "include /etc/ldap/schema/cosine.schema",
                "include /etc/ldap/schema/inetorgperson.schema",
                "include /etc/ldap/schema/nis.schema",
                "modulepath /usr/lib/ldap",
                "moduleload back_mdb",
                lines("moduleload "),
                "sizelimit " + sizeLimit,
                more,
                "database mdb",
                "maxsize 268435456",
                "suffix " + BASE,
                "rootdn " + ADMIN,
                "rootpw " + hash(ADMIN_PASSWORD),
                "directory " + home.resolve("db"),
                "dbnosync",
                "index uid,cn,mail eq,sub",
                lines("overlay "),
                "");
    }

    private String lines(String word) {
        return overlays.stream().map(word::concat).collect(Collectors.joining("\n"));
    }

    private static String hash(String password) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
        return "{SHA}" + Base64.getEncoder().encodeToString(digest);
    }
}
