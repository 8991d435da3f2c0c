package org.clientele.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** H2 as a process of its own, as a database on another machine would be. It keeps its port and its data. */
final class DatabaseServer implements AutoCloseable {
    private final int port;
    private final Path folder;
    private Process process;

    DatabaseServer() throws IOException {
        this.port = PeopleServer.freePort();
        this.folder = Files.createTempDirectory("clientele-h2");
    }

    String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/./directory;WRITE_DELAY=0";
    }

    void start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dh2.bindAddress=127.0.0.1",
                "-cp",
                jar(),
                "org.h2.tools.Server",
                "-tcp",
                "-tcpPort",
                Integer.toString(port),
                "-ifNotExists",
                "-baseDir",
                folder.toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        KarafTest.within(20).until(this::accepts);
    }

    /** As when the machine is switched off. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(DatabaseServer::delete);
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** The driver's own jar, which an operator's server would have, too. */
    private static String jar() throws IOException {
        Path drivers = Path.of(System.getProperty("clientele.features.repository"), "com/h2database/h2");
        try (Stream<Path> files = Files.walk(drivers)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
