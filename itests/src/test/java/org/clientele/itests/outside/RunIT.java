package org.clientele.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clientele.testkit.server.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./run} refuses: one clear line and status 2, and nothing is started. */
class RunIT {
    @TempDir
    Path folder;

    @Test
    void anUnknownOptionIsRefused() throws Exception {
        assertRefused(List.of("--prot", "8181"), "run: unknown option '--prot'; ./run --help shows the options");
    }

    @Test
    void aPortThatIsNoNumberIsRefused() throws Exception {
        assertRefused(List.of("--port", "70000"), "run: --port needs a number from 1 to 65535, not '70000'");
    }

    @Test
    void anOccupiedPortOfTheConsoleIsRefused() throws Exception {
        try (ServerSocket occupied = occupied()) {
            int port = occupied.getLocalPort();
            assertRefused(
                    List.of("--port", "" + port, "--data", data()),
                    "run: port " + port + " for the web console is in use; choose another one with --port N");
        }
    }

    @Test
    void anOccupiedPortOfTheShellIsRefused() throws Exception {
        try (ServerSocket occupied = occupied()) {
            int port = occupied.getLocalPort();
            assertRefused(
                    List.of("--port", "" + FreePort.next(), "--ssh-port", "" + port, "--data", data()),
                    "run: port " + port + " for the shell is in use; choose another one with --ssh-port N");
        }
    }

    @Test
    void anOccupiedPortOfTheDemosDirectoryIsRefused() throws Exception {
        try (ServerSocket occupied = occupied()) {
            int port = occupied.getLocalPort();
            List<String> arguments = List.of(
                    "--demo",
                    "--port",
                    "" + FreePort.next(),
                    "--ssh-port",
                    "" + FreePort.next(),
                    "--ldap-port",
                    "" + port,
                    "--data",
                    data());
            assertRefused(
                    arguments,
                    "run: port " + port
                            + " for the demo's directory server is in use; choose another one with --ldap-port N");
        }
    }

    @Test
    void aJavaThatCannotRunItIsRefused() throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                echo '    java.home = /opt/jdk-24' >&2
                echo '    java.specification.version = 24' >&2
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();

        assertRefused(
                List.of("--data", data()),
                Map.of("JAVA_HOME", folder.resolve("jdk").toString()),
                "run: Java 24 cannot run Clientele; install a JDK 17 (up to 23), or set JAVA_HOME");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void helpNamesEveryOption() throws Exception {
        assertThat(ended(List.of("--help"), Map.of(), 0)).first().asString().startsWith("Usage: ./run");
        assertThat(String.join("\n", ended(List.of("--help"), Map.of(), 0)))
                .contains("--demo", "--port N", "--ssh-port N", "--ldap-port N", "--data DIR", "--help")
                .contains("CLIENTELE_ADMIN_PASSWORD");
    }

    @Test
    void dataThatCannotBeWrittenIsOneClearLine() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        String data = file.resolve("data").toString();
        assertRefused(
                List.of("--port", "" + FreePort.next(), "--ssh-port", "" + FreePort.next(), "--data", data),
                "run: cannot write to " + data);
    }

    private void assertRefused(List<String> arguments, String line) throws IOException, InterruptedException {
        assertRefused(arguments, Map.of(), line);
    }

    private void assertRefused(List<String> arguments, Map<String, String> environment, String line)
            throws IOException, InterruptedException {
        assertThat(ended(arguments, environment, 2)).containsExactly(line);
    }

    /** What it says before it ends with a status. */
    private List<String> ended(List<String> arguments, Map<String, String> environment, int status)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process run = Instance.run(arguments, environment, output);
        try {
            assertThat(run.waitFor(20, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            run.destroyForcibly();
        }
        assertThat(run.exitValue()).isEqualTo(status);
        return Files.readAllLines(output);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static ServerSocket occupied() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }
}
