package org.clientele.itests.outside;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.clientele.testkit.server.FreePort;

/** Clientele as {@code ./run} starts it: on free ports, with a data folder of its own that goes with it. */
final class Instance implements AutoCloseable {
    static final String PASSWORD = "a password, 100 % known";

    private static final Map<String, String> KNOWN_PASSWORD = Map.of("CLIENTELE_ADMIN_PASSWORD", PASSWORD);
    private static final Path ROOT = Path.of(System.getProperty("clientele.root"));
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final String UP = "Ctrl-C stops it.";

    private final Path folder;
    private final boolean demo;
    private final boolean passwordIsGenerated;
    private final int port = FreePort.next();
    private final int shellPort = FreePort.next();
    private final int directoryPort = FreePort.next();
    private Optional<Process> process = Optional.empty();
    private String said = "";

    private Instance(boolean demo, boolean passwordIsGenerated) throws IOException {
        this.demo = demo;
        this.passwordIsGenerated = passwordIsGenerated;
        this.folder = Files.createTempDirectory("clientele-instance-");
    }

    /** Without anybody in it; not started yet. */
    static Instance empty() throws IOException {
        return new Instance(false, false);
    }

    /** Without anybody in it, and started as somebody does who says nothing of a password. */
    static Instance emptyWithGeneratedPassword() throws IOException {
        return new Instance(false, true);
    }

    /** With the people of the demo; not started yet. */
    static Instance demo() throws IOException {
        return new Instance(true, false);
    }

    /** Starts it, or starts it again with the data of before, and returns when it says that it is up. */
    Instance start() throws IOException {
        Path log = Files.createTempFile(folder, "run", ".log");
        Process started = run(arguments(), passwordIsGenerated ? Map.of() : KNOWN_PASSWORD, log);
        process = Optional.of(started);
        try {
            Awaitility.await("the start")
                    .atMost(PATIENCE)
                    .failFast(() -> failIfEnded(started))
                    .until(() -> Files.readString(log).contains(UP));
        } catch (RuntimeException e) {
            throw new IllegalStateException("./run said: " + Files.readString(log), e);
        }
        said = Files.readString(log);
        return this;
    }

    /** What {@code ./run} said until it was up. */
    String said() {
        return said;
    }

    /** The file that holds the password of {@code admin}. */
    Path passwordFile() {
        return data().resolve("admin-password");
    }

    /** Sends a signal to {@code ./run}, as a terminal or a service manager does, and waits for its end. */
    int stop(String signal) throws IOException, InterruptedException {
        Process running = process.orElseThrow();
        send(signal, running.pid());
        return end(running);
    }

    /** Ends the JVM at once, in the midst of whatever it does. */
    void kill() throws IOException, InterruptedException {
        send("KILL", jvm());
        end(process.orElseThrow());
    }

    /** The id of the JVM. */
    long jvm() throws IOException {
        return Long.parseLong(Files.readString(data().resolve("karaf.pid")).strip());
    }

    /** All processes that it consists of now. */
    List<ProcessHandle> processes() {
        ProcessHandle run = process.orElseThrow().toHandle();
        return Stream.concat(Stream.of(run), run.descendants()).toList();
    }

    Web web() {
        return new Web(address(), "admin", passwordIsGenerated ? generatedPassword() : PASSWORD);
    }

    /** What the first start made up. */
    String generatedPassword() {
        try {
            return Files.readString(passwordFile()).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the shell answers to a command. */
    String shell(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                ROOT.resolve("distribution/target/assembly/bin/client").toString(),
                "-a",
                "" + shellPort,
                "-u",
                "admin",
                "-p",
                PASSWORD,
                "-b");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process client = builder.redirectErrorStream(true).start();
        try (OutputStream input = client.getOutputStream()) {
            input.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (client.waitFor() != 0) {
            throw new IllegalStateException(command + " ended with " + client.exitValue() + ": " + answer);
        }
        return answer;
    }

    /** The address of the console. */
    String address() {
        return "http://127.0.0.1:" + port + "/system/console";
    }

    int port() {
        return port;
    }

    int shellPort() {
        return shellPort;
    }

    int directoryPort() {
        return directoryPort;
    }

    /** What {@code --data} names. */
    Path data() {
        return folder.resolve("data");
    }

    /** Puts a file into {@code etc} at once, as an editor does. */
    void configure(String name, String text) throws IOException {
        Path prepared = Files.writeString(folder.resolve(name), text);
        Files.move(prepared, data().resolve("etc").resolve(name));
    }

    /** Lets somebody else in, with roles of Karaf, which hashes the password once the file is changed, but not if it is replaced. */
    void admit(String user, String password, String roles) throws IOException {
        Path file = data().resolve("etc").resolve("users.properties");
        Files.writeString(file, "\n" + user + " = " + password + "," + roles + "\n", StandardOpenOption.APPEND);
    }

    /** Changes a file of {@code etc} at once, as an editor does. */
    void edit(String name, UnaryOperator<String> change) throws IOException {
        Path file = data().resolve("etc").resolve(name);
        Path prepared = Files.writeString(folder.resolve(name), change.apply(Files.readString(file)));
        Files.move(prepared, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        process.ifPresent(running -> {
            List<ProcessHandle> all = processes();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        });
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Instance::delete);
        }
    }

    /** Runs the script; what it says goes to {@code output}. */
    static Process run(List<String> arguments, Map<String, String> environment, Path output) throws IOException {
        // Whoever runs the tests in the background ignores SIGINT, and that is inherited.
        List<String> command = new ArrayList<>(
                List.of("env", "--default-signal=INT", ROOT.resolve("run").toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLIENTELE_BUILD", "never");
        // As the tests themselves: it lives for minutes, and thorough compilation would take the time of its start.
        builder.environment().put("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(
                List.of("--port", "" + port, "--ssh-port", "" + shellPort, "--data", data().toString()));
        if (demo) {
            arguments.addAll(List.of("--demo", "--ldap-port", "" + directoryPort));
        }
        return arguments;
    }

    private static void failIfEnded(Process started) {
        if (!started.isAlive()) {
            throw new IllegalStateException("./run ended with " + started.exitValue());
        }
    }

    private static int end(Process running) throws InterruptedException {
        if (!running.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("./run did not end");
        }
        return running.exitValue();
    }

    private static void send(String signal, long pid) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + signal, "" + pid).start().waitFor();
        if (status != 0) {
            throw new IOException("No signal " + signal + " for process " + pid);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
