package org.clientele.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** A database server of Debian's packages, for these tests alone: a free port of the loopback, a temporary directory. */
abstract class DatabaseServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String owner;
    private final int port;
    private final Path directory;
    private int databases;
    private Process process;

    /**
     * @param owner the system's user that the server runs as if this is root
     */
    DatabaseServer(String owner) throws IOException, InterruptedException {
        this.owner = owner;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        directory = Files.createTempDirectory("clientele-" + owner);
        if (isRoot()) {
            run(List.of("chown", owner, directory.toString()));
        }
        run(asOwner(initialise(directory)));
        start();
    }

    abstract List<String> initialise(Path home);

    abstract List<String> serve(Path home, int onPort);

    abstract String url(int onPort, String database);

    /** A database that exists from the start. */
    abstract String firstDatabase();

    String user() {
        return "root";
    }

    final void start() throws IOException {
        process = new ProcessBuilder(asOwner(serve(directory, port)))
                .redirectErrorStream(true)
                .redirectOutput(directory
                        .resolveSibling(directory.getFileName() + ".log")
                        .toFile())
                .start();
        await().atMost(PATIENCE).until(this::answers);
    }

    /** As {@code kill -9} would, its helpers included: PostgreSQL's go on serving their connection for a moment. */
    final void kill() throws InterruptedException {
        List<ProcessHandle> helpers = process.descendants().toList();
        process.destroyForcibly().waitFor();
        helpers.forEach(ProcessHandle::destroyForcibly);
        helpers.forEach(helper ->
                helper.onExit().completeOnTimeout(helper, 2, TimeUnit.SECONDS).join());
    }

    /** A store on a new, empty database. */
    final StoreOnDatabase emptyDatabase() throws SQLException {
        String name = "clientele" + ++databases;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new StoreOnDatabase(url(port, name), user(), "");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port, firstDatabase()), user(), "");
    }

    private boolean answers() {
        Assertions.assertThat(process.isAlive()).as("%s runs", owner).isTrue();
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private List<String> asOwner(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=" + owner, "--regid=" + owner, "--clear-groups"));
        }
        whole.addAll(command);
        return whole;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process running = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Assertions.assertThat(running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        Assertions.assertThat(running.exitValue()).as("%s", command).isZero();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            kill();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory.resolveSibling(directory.getFileName() + ".log"));
    }
}
