package org.clientele.backend.ldap;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Samba as a domain controller in a folder of its own. Its port cannot be chosen, so it has an address of the loopback
 * interface that nothing else uses; it needs the rights to listen on port 389.
 */
final class SambaDomain implements AutoCloseable {
    static final String ADDRESS = "127.0.0.77";
    static final String BASE = "DC=example,DC=org";
    static final String ADMINISTRATOR = "CN=Administrator,CN=Users," + BASE;
    static final String PASSWORD = "Passw0rd-for-\"tests\"";

    private final Path home = Files.createTempDirectory("clientele-samba");
    private final Process controller;

    SambaDomain() throws Exception {
        provision();
        controller = start(
                "server",
                "/usr/sbin/samba",
                "--interactive",
                "--debug-stdout",
                "--model=single",
                "--configfile=" + home.resolve("etc/smb.conf"),
                "--option=server services=ldap",
                "--option=ldap server require strong auth=no",
                "--option=interfaces=" + ADDRESS + "/8",
                "--option=bind interfaces only=yes",
                "--option=pid directory=" + home,
                "--option=ncalrpc dir=" + home.resolve("ncalrpc"),
                "--option=tls enabled=no");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(this::answers);
    }

    /** A connection that may do everything. */
    LDAPConnection administrator() throws LDAPException {
        return new LDAPConnection(ADDRESS, 389, ADMINISTRATOR, PASSWORD);
    }

    /** Its standard input stays open: it would take the end of it for the wish to stop. */
    private Process start(String log, String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log + ".log").toFile())
                .start();
    }

    private void provision() throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/samba-tool", "domain", "provision"));
        command.addAll(List.of("--realm=EXAMPLE.ORG", "--domain=EXAMPLE", "--server-role=dc", "--dns-backend=NONE"));
        command.addAll(List.of("--adminpass=" + PASSWORD, "--host-name=dc1", "--host-ip=" + ADDRESS));
        command.addAll(List.of("--targetdir=" + home, "--option=interfaces=" + ADDRESS + "/8"));
        Process provision = start("provision", command.toArray(String[]::new));
        if (!provision.waitFor(10, TimeUnit.MINUTES) || provision.exitValue() != 0) {
            provision.destroyForcibly();
            throw new IllegalStateException("No domain: " + Files.readString(home.resolve("provision.log")));
        }
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
