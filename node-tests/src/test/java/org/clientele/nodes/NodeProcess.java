package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.clientele.AlreadyExistsException;

/** A node in a process of its own, which does one thing when it is told to, and can be killed in the middle. */
final class NodeProcess implements AutoCloseable {
    private static final String READY = "node: ready";
    private static final String DONE = "node: done";

    private final Process process;
    private final BufferedReader output;

    private NodeProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a process and returns when its node is ready.
     *
     * @param what {@code add SLOT PREFIX NUMBER}: adds logins that all such processes have in common, then addresses;
     *     {@code die CALL add LOGIN EMAIL …}, {@code die CALL rename LOGIN NEW …},
     *     {@code die CALL rename-customer ID NEW …}: does all of these at once and is killed when
     *     each has got behind that call to the store or the source
     */
    static NodeProcess start(String url, String... what) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // as the tests themselves: such a process is over before thorough compilation pays
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                NodeProcess.class.getName(),
                url));
        command.addAll(List.of(what));
        NodeProcess started = new NodeProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        started.readUntil(READY);
        return started;
    }

    /** Lets it do what it was started for. */
    void go() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
    }

    /** Waits until it was killed. */
    void awaitDeath() throws InterruptedException {
        assertThat(process.waitFor(Node.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("the status of a killed process").isEqualTo(128 + 9);
    }

    /** Waits until it is done; what it succeeded in. */
    List<String> results() throws IOException {
        return readUntil(DONE);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    private List<String> readUntil(String mark) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(mark)) {
                return lines;
            }
            lines.add(line);
        }
        throw new IOException("The process ended before it said " + mark + ": " + lines);
    }

    /** The process's own side. */
    public static void main(String[] args) throws Exception {
        Seam seam = new Seam();
        try (Node node = Node.open(args[0], seam, PostgresNodes.SOURCES)) {
            System.out.println(READY);
            if (System.in.read() >= 0) {
                run(node, seam, List.of(args).subList(1, args.length));
            }
            System.out.println(DONE);
        }
    }

    private static void run(Node node, Seam seam, List<String> what) throws Exception {
        if (what.get(0).equals("add")) {
            addAll(node, what.get(1), what.get(2), Integer.parseInt(what.get(3)));
            return;
        }
        List<String> values = what.subList(3, what.size());
        CountDownLatch there = new CountDownLatch(values.size() / 2);
        seam.after(what.get(1), () -> {
            there.countDown();
            there.await();
            new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
            new CountDownLatch(1).await();
        });
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < values.size(); i += 2) {
            calls.add(call(node, what.get(2), values.get(i), values.get(i + 1)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        threads.invokeAll(calls);
        threads.shutdown();
    }

    private static Callable<Object> call(Node node, String what, String login, String value) {
        return switch (what) {
            case "add" -> () -> node.add("CustomerUser", login, value);
            case "rename-customer" -> () -> CompanyNodes.rename(node, login, value);
            default -> () -> node.update(login, Map.of("UserLogin", value, "UserFirstname", "Renamed"));
        };
    }

    private static void addAll(Node node, String slot, String prefix, int number) throws Exception {
        for (int i = 0; i < number; i++) {
            add(node, slot, "login" + i, prefix + i + "@example.com");
            add(node, slot, prefix + i, "address" + i + "@example.com");
        }
    }

    private static void add(Node node, String slot, String login, String email) throws Exception {
        try {
            node.add(slot, login, email);
            System.out.println(login + " " + email);
        } catch (AlreadyExistsException e) {
            // somebody else was faster
        }
    }
}
