package org.clientele.backend.ldap;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.clientele.testkit.server.TestCa;
import org.clientele.testkit.server.TestCa.Issued;

/**
 * Debian's Samba as a domain controller in a folder of its own, with the TLS that {@code docs/ldap.md} sets up and no password in
 * clear text. Its ports cannot be chosen, so it has an address of the loopback interface that nothing else uses; it needs the
 * rights to listen on ports 389 and 636.
 */
final class SambaDomain implements AutoCloseable {
    static final String ADDRESS = "127.0.0.77";
    static final String BASE = "DC=example,DC=com";
    static final String PASSWORD = "Passw0rd-for-\"tests\"";

    private static final String ADMINISTRATOR = "CN=Administrator,CN=Users," + BASE;
    private static final String DOCUMENTED_FOLDER = "/etc/samba/tls/";

    private final Path home = Files.createTempDirectory("clientele-samba");
    private final TestCa ca = new TestCa("CN=Example Root CA");
    private final SocketFactory sockets;
    private final Process controller;

    SambaDomain() throws Exception {
        Issued certificate = ca.issue("CN=dc1.example.com", "dc1.example.com", ADDRESS);
        sockets = ca.server(certificate).getSocketFactory();
        provision();
        save(certificate);
        controller = start("server", server());
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(this::answers);
    }

    /** Whose certificate its clients have to trust. */
    TestCa ca() {
        return ca;
    }

    /** A connection that may do everything. */
    LDAPConnection administrator() throws LDAPException {
        return new LDAPConnection(sockets, ADDRESS, 636, ADMINISTRATOR, PASSWORD);
    }

    /** Does what an administrator does with {@code samba-tool} on the domain controller. */
    void tool(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/samba-tool"));
        command.addAll(arguments);
        Process tool = start("tool", command);
        if (!tool.waitFor(10, TimeUnit.MINUTES) || tool.exitValue() != 0) {
            tool.destroyForcibly();
            throw new IllegalStateException(arguments + ": " + Files.readString(home.resolve("tool.log")));
        }
    }

    /** What follows a command so that it is about this domain. */
    String configuration() {
        return "--configfile=" + home.resolve("etc/smb.conf");
    }

    private void provision() throws Exception {
        List<String> command = new ArrayList<>(List.of("domain", "provision"));
        command.addAll(List.of("--realm=EXAMPLE.COM", "--domain=EXAMPLE", "--server-role=dc", "--dns-backend=NONE"));
        command.addAll(List.of("--adminpass=" + PASSWORD, "--host-name=dc1", "--host-ip=" + ADDRESS));
        command.addAll(List.of("--targetdir=" + home, "--option=interfaces=" + ADDRESS + "/8"));
        tool(command);
    }

    private void save(Issued certificate) throws Exception {
        Path folder = Files.createDirectory(home.resolve("tls"));
        Path key = folder.resolve("key.pem");
        certificate.savePem(folder.resolve("cert.pem"), key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        ca.savePem(folder.resolve("ca.pem"));
    }

    private List<String> server() throws IOException {
        List<String> command =
                new ArrayList<>(List.of("/usr/sbin/samba", "--interactive", "--debug-stdout", "--model=single"));
        command.addAll(List.of(
                configuration(),
                "--option=server services=ldap",
                "--option=interfaces=" + ADDRESS + "/8",
                "--option=bind interfaces only=yes",
                "--option=pid directory=" + home,
                "--option=ncalrpc dir=" + home.resolve("ncalrpc")));
        new DocumentedPage("ldap.md")
                .block("tls enabled = yes")
                .lines()
                .map(line -> "--option=" + line.replace(DOCUMENTED_FOLDER, home.resolve("tls") + "/"))
                .forEach(command::add);
        return command;
    }

    /** Its standard input stays open: it would take the end of it for the wish to stop. */
    private Process start(String log, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log + ".log").toFile())
                .start();
    }

    private boolean answers() throws IOException {
        if (!controller.isAlive()) {
            throw new IllegalStateException("samba ended: " + Files.readString(home.resolve("server.log")));
        }
        try (LDAPConnection connection = administrator()) {
            return connection.isConnected();
        } catch (LDAPException e) {
            return false;
        }
    }

    @Override
    public void close() throws Exception {
        List<ProcessHandle> children = controller.descendants().toList();
        controller.destroy();
        if (!controller.waitFor(20, TimeUnit.SECONDS)) {
            controller.destroyForcibly().waitFor();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
