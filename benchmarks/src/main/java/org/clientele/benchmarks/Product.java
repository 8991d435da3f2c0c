package org.clientele.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clientele.testkit.server.ChildProcesses;
import org.clientele.testkit.server.PostgresServer;

/** Clientele as {@code ./run} starts it, on free loopback ports, with its tables in a PostgreSQL that is there already. */
final class Product implements AutoCloseable {
    private static final String USER = "admin";
    private static final String PASSWORD = "of-a-benchmark";
    private static final String UP = "Ctrl-C stops it.";
    /** It may have to be built first. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final long BETWEEN_LOOKS_MILLIS = 200;
    private static final String DATA_SOURCE = "org.ops4j.datasource-clientele.cfg";

    private final ChildProcesses processes;
    private final int port;

    private Product(ChildProcesses processes, int port) {
        this.processes = processes;
        this.port = port;
    }

    /**
     * Starts it and returns when it is up.
     *
     * @param root the folder of {@code ./run}
     * @param url the database
     */
    static Product started(Path root, String url) throws IOException, InterruptedException {
        ChildProcesses processes = new ChildProcesses("clientele-product-");
        try {
            Ports ports = Ports.free();
            Product product = new Product(processes, ports.console());
            product.start(root, url, ports.shell());
            return product;
        } catch (IOException | InterruptedException | RuntimeException e) {
            processes.close();
            throw e;
        }
    }

    Console console() {
        return new Console("http://127.0.0.1:" + port + "/system/console", USER, PASSWORD);
    }

    /** How long it has used a processor since its start, what it started included. */
    Duration processorTime() {
        return processes
                .all()
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws IOException {
        processes.close();
    }

    private record Ports(int console, int shell) {

        static Ports free() throws IOException {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            try (ServerSocket console = new ServerSocket(0, 1, loopback);
                    ServerSocket shell = new ServerSocket(0, 1, loopback)) {
                return new Ports(console.getLocalPort(), shell.getLocalPort());
            }
        }
    }

    private void start(Path root, String url, int shellPort) throws IOException, InterruptedException {
        Path data = processes.folder().resolve("data");
        Path etc = Files.createDirectories(data.resolve("etc"));
        Files.writeString(etc.resolve(DATA_SOURCE), dataSource(url));
        Path log = processes.folder().resolve("run.log");
        ProcessBuilder run = new ProcessBuilder(
                        root.resolve("run").toString(),
                        "--port",
                        "" + port,
                        "--ssh-port",
                        "" + shellPort,
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        run.environment().putAll(Map.of("CLIENTELE_ADMIN_PASSWORD", PASSWORD));
        awaitUp(processes.start(run), log);
    }

    private static void awaitUp(Process run, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(UP)) {
            if (run.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IOException("./run did not start Clientele; it said: " + Files.readString(log));
            }
        }
    }

    /** The shipped file with its block for PostgreSQL. */
    private static String dataSource(String url) {
        return """
                dataSourceName = clientele
                pool = hikari
                hikari.maximumPoolSize = 20
                hikari.connectionTimeout = 2000
                hikari.initializationFailTimeout = -1
                osgi.jdbc.driver.name = PostgreSQL JDBC Driver
                url = %s
                user = %s
                .password = %s
                """.formatted(url, PostgresServer.USER, PostgresServer.PASSWORD);
    }
}
