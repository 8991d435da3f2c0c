package org.clientele.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Processes with a folder of their own. They end and it goes when this is closed, and at the latest when the JVM ends, be it by
 * TERM or Ctrl-C. Safe for use by several threads.
 */
public final class ChildProcesses implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Path folder;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final Thread atExit;
    private boolean ended;

    /**
     * Makes the folder.
     *
     * @param name what its name begins with
     * @throws IOException if there can be no folder
     */
    public ChildProcesses(String name) throws IOException {
        folder = Files.createTempDirectory(name);
        atExit = new Thread(this::end, "end of " + folder.getFileName());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Starts a process.
     *
     * @throws IOException if it cannot be started, or if everything has ended already
     */
    public synchronized Process start(ProcessBuilder builder) throws IOException {
        if (ended) {
            throw new IOException("Nothing is started any more");
        }
        Process process = builder.start();
        running.add(process);
        process.onExit().thenRun(() -> running.remove(process));
        return process;
    }

    /** The processes that run now, with all that was started by them. */
    public Stream<ProcessHandle> all() {
        return running.stream()
                .filter(Process::isAlive)
                .map(Process::toHandle)
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()));
    }

    /** Kills what still runs, with all that was started by it, and removes the folder. */
    @Override
    public void close() throws IOException {
        try {
            end();
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        } finally {
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException theJvmEnds) {
            // then it runs, or has run
            return;
        }
    }

    private synchronized void end() {
        ended = true;
        List<ProcessHandle> all = all().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one ->
                one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
        try {
            remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
