package org.clientele.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A server process of its own on a free loopback port. It can be stopped and started again on the same port with the same
 * data; closing it removes the data, and so does the end of the JVM. One thread uses it.
 */
public abstract class LocalServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOOPBACK = "127.0.0.1";

    private final ChildProcesses children;
    private final int port;
    private Optional<Process> process = Optional.empty();

    /** Makes the directory and chooses the port; nothing runs yet. */
    LocalServer(String name) throws IOException {
        this.port = FreePort.next();
        this.children = new ChildProcesses("clientele-" + name + "-");
    }

    /** The loopback port, the same for the life of this object. */
    public final int port() {
        return port;
    }

    /** The address that the server listens on. */
    public final String host() {
        return LOOPBACK;
    }

    /** Starts the server and returns when it answers; does nothing if it runs. */
    public final void start() throws IOException {
        if (isRunning()) {
            return;
        }
        Process started = launch(command());
        process = Optional.of(started);
        Awaitility.await("answer of " + command().get(0))
                .atMost(PATIENCE)
                .failFast(() -> checkAlive(started))
                .until(this::answers);
    }

    /** Stops the server as an operator would, open connections are cut; does nothing if it does not run. */
    public final void stop() throws IOException {
        end(stopSignal());
    }

    /** Ends the server at once, as {@code kill -9} does. */
    public final void kill() throws IOException {
        end("KILL");
    }

    /** Makes the server silent: it takes connections and does not answer. */
    public final void suspend() throws IOException {
        signal("STOP");
    }

    /** Lets a silent server go on. */
    public final void resume() throws IOException {
        signal("CONT");
    }

    public final boolean isRunning() {
        return process.map(Process::isAlive).orElse(false);
    }

    @Override
    public final void close() throws IOException {
        try {
            kill();
        } finally {
            children.close();
        }
    }

    /** The program with its arguments, staying in the foreground. */
    abstract List<String> command();

    /** Whether the server can be used. */
    abstract boolean answers();

    /** The signal after which the server stops without waiting for its clients. */
    String stopSignal() {
        return "TERM";
    }

    final Path directory() {
        return children.folder();
    }

    final boolean acceptsConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a program ends with success. */
    final boolean succeeds(List<String> command) {
        try {
            return await(launch(command)) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program that has to succeed. */
    final void run(List<String> command) throws IOException {
        int status = await(launch(command));
        if (status != 0) {
            throw new IOException(command.get(0) + " ended with " + status + ": " + log());
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void checkAlive(Process started) {
        if (!started.isAlive()) {
            throw new IllegalStateException("The server ended: " + log());
        }
    }

    private Process launch(List<String> command) throws IOException {
        return children.start(new ProcessBuilder(command)
                .directory(directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile())));
    }

    private void end(String signal) throws IOException {
        // Children of a killed server may live a moment longer, hold its port and write its files.
        List<ProcessHandle> all = processes().toList();
        signal(signal);
        process = Optional.empty();
        Awaitility.await("end of all processes")
                .atMost(PATIENCE)
                .until(() -> all.stream().noneMatch(ProcessHandle::isAlive) && !acceptsConnections());
    }

    private Stream<ProcessHandle> processes() {
        return process.stream()
                .map(Process::toHandle)
                .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()));
    }

    private void signal(String name) throws IOException {
        // Stopping is the main process's own affair; the other signals are for all.
        Stream<ProcessHandle> some = name.equals(stopSignal()) ? processes().limit(1) : processes();
        List<String> ids = some.map(handle -> Long.toString(handle.pid())).toList();
        if (!ids.isEmpty()) {
            await(launch(
                    Stream.concat(Stream.of("kill", "-" + name), ids.stream()).toList()));
        }
    }

    private static int await(Process running) throws IOException {
        try {
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IOException(
                        "It did not end: " + running.info().commandLine().orElse("a program"));
            }
            return running.exitValue();
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private Path logFile() {
        return directory().resolve("log");
    }

    private String log() {
        try {
            List<String> lines = Files.readAllLines(logFile(), StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
