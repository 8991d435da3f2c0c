package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A database server of the operating system's packages, in a directory of its own and on a free port of the loopback. */
final class ServerProcess {
    private static final Duration START = Duration.ofSeconds(60);

    private final Path log;
    private final List<String> command;
    private Process process;

    ServerProcess(Path log, List<String> command) {
        this.log = log;
        this.command = command;
    }

    static Path program(String path) {
        Path program = Path.of(path);
        assertThat(program)
                .as("The package with " + path + " has to be installed")
                .exists();
        return program;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end, which has to be a good one. */
    static void run(Path log, List<String> command) throws IOException, InterruptedException {
        Process process = builder(log, command).start();
        assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS))
                .as("%s ends", command)
                .isTrue();
        assertThat(process.exitValue()).as("%s: see %s", command, log).isZero();
    }

    void start(Callable<Boolean> answers) throws IOException {
        process = builder(log, command).start();
        await().atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(answers);
    }

    /** Ends it as an operator would. */
    void stop() {
        process.destroy();
        await().atMost(START).until(() -> !process.isAlive());
    }

    /** Ends it as {@code kill -9} would, its helpers included: PostgreSQL's go on for a moment. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(START).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static ProcessBuilder builder(Path log, List<String> command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }
}
