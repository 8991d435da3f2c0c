package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clientele.testkit.server.ChildProcesses;
import org.clientele.testkit.server.FreePort;
import org.clientele.testkit.server.TestCa;

/**
 * OpenLDAP with the configuration that Debian's package makes at its installation, with TLS and with the base {@link #BASE}; and
 * commands of an administrator in a folder on its machine. Only its files, its port and who is {@code root} are its own.
 */
final class DebianDirectory implements AutoCloseable {
    static final String BASE = "dc=example,dc=com";
    static final String PASSWORD = "admin's own";

    private static final Path DEFAULTS = Path.of("/usr/share/slapd/slapd.init.ldif");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChildProcesses processes = new ChildProcesses("clientele-debian");
    private final Path folder = processes.folder();
    private final int port = FreePort.next();
    private final String local =
            "ldapi://" + URLEncoder.encode(folder.resolve("ldapi").toString(), StandardCharsets.UTF_8);

    /** @param ca what issues its certificate, which names 127.0.0.1 */
    DebianDirectory(TestCa ca) throws Exception {
        for (String name : List.of("db", "config", "etc")) {
            Files.createDirectory(folder.resolve(name));
        }
        ca.savePem(folder.resolve("etc/ldap-ca.pem"));
        ca.issue("CN=server", "127.0.0.1").savePem(folder.resolve("server.pem"), folder.resolve("server.key"));
        Files.writeString(folder.resolve("admin-password"), PASSWORD);
        Files.writeString(folder.resolve("init.ldif"), defaults());
        run("/usr/sbin/slapadd", "-n", "0", "-F", "config", "-l", "init.ldif");
        processes.start(new ProcessBuilder(
                        "/usr/sbin/slapd", "-F", "config", "-h", "ldap://127.0.0.1:" + port + " " + local, "-d", "0")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> {
                    connection().close();
                    return true;
                });
    }

    int port() {
        return port;
    }

    /** Where commands run: {@code etc} is Karaf's, with the certificate of the authority. */
    Path folder() {
        return folder;
    }

    /** A connection of nobody. */
    LDAPConnection connection() throws LDAPException {
        return new LDAPConnection("127.0.0.1", port);
    }

    LDAPConnection administrator() throws LDAPException {
        return new LDAPConnection("127.0.0.1", port, "cn=admin," + BASE, PASSWORD);
    }

    /** Runs a command of a page as the administrator types it on the server itself; it has to succeed. */
    void type(String command) throws Exception {
        String typed = command.strip()
                .replaceFirst("^sudo ", "")
                .replace("ldapi:///", local)
                // it asks for the password
                .replaceFirst(" -x -W ", " -x -y admin-password -H ldap://127.0.0.1:" + port + " ");
        run("sh", "-c", typed);
    }

    /** What a command says; it has to succeed. */
    String run(String... command) throws Exception {
        Process process = processes.start(
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Arrays.toString(command) + ": " + said)
                .isZero();
        return said;
    }

    @Override
    public void close() throws Exception {
        processes.close();
    }

    private String defaults() throws Exception {
        String root = "gidNumber=" + Files.getAttribute(folder, "unix:gid") + "+uidNumber="
                + Files.getAttribute(folder, "unix:uid");
        return Files.readString(DEFAULTS)
                .replace("@SUFFIX@", BASE)
                .replace("@PASSWORD@", PASSWORD)
                .replace("/var/lib/ldap", folder.resolve("db").toString())
                .replace("/var/run/slapd", folder.toString())
                .replace("gidNumber=0+uidNumber=0", root)
                .replace("objectClass: olcGlobal\n", "objectClass: olcGlobal\n" + tls());
    }

    private String tls() {
        return "olcTLSCACertificateFile: " + folder.resolve("etc/ldap-ca.pem")
                + "\nolcTLSCertificateFile: " + folder.resolve("server.pem")
                + "\nolcTLSCertificateKeyFile: " + folder.resolve("server.key") + "\n";
    }
}
