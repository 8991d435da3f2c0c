package org.clientele.admin.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.clientele.transfer.CsvException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The imports of administrators, one of each: files in a folder of their own, which nobody else may read, and the threads that bring
 * them in. An import that nobody looks at is removed after two hours, all are when this bundle stops.
 */
@Component(service = Imports.class, immediate = true)
public final class Imports {
    /** The most bytes of a file. */
    static final long MOST_BYTES = 64_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final Duration LIFE = Duration.ofHours(2);
    private static final int AT_ONCE = 3;
    private static final long LONGEST_ROW = 30;

    private final Clock clock;
    private final Map<String, FileImport> byAdministrator = new HashMap<>();
    private final ScheduledThreadPoolExecutor threads;
    private Optional<Path> folder = Optional.empty();

    @Activate
    public Imports() {
        this(Clock.systemUTC());
    }

    Imports(Clock clock) {
        this.clock = clock;
        this.threads = new ScheduledThreadPoolExecutor(AT_ONCE, task -> {
            Thread thread = new Thread(task, "clientele-import");
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads.scheduleWithFixedDelay(this::dropExpired, 10, 10, TimeUnit.MINUTES);
    }

    /** There is an import under way, which must not be replaced. */
    static final class RunningException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The file has too many bytes. */
    static final class TooBigException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The import of an administrator. */
    synchronized Optional<FileImport> of(String administrator) {
        dropExpired();
        Optional<FileImport> found = Optional.ofNullable(byAdministrator.get(administrator));
        found.ifPresent(one -> one.use(clock.instant()));
        return found;
    }

    /**
     * Takes a file in place of the one that an administrator had.
     *
     * @throws CsvException if it cannot be read; the one before stays then
     */
    FileImport take(String administrator, String name, InputStream content)
            throws IOException, CsvException, TooBigException, RunningException {
        Path own = Files.createTempDirectory(folder(), "file");
        try {
            copy(content, FileImport.file(own));
            FileImport taken =
                    new FileImport(name, own, FileShape.of(FileImport.file(own), Optional.empty()), clock.instant());
            keep(administrator, taken);
            return taken;
        } catch (IOException | CsvException | TooBigException | RunningException | RuntimeException e) {
            FileImport.remove(own);
            throw e;
        }
    }

    private static void copy(InputStream content, Path file) throws IOException, TooBigException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[16_384];
            long left = MOST_BYTES;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new TooBigException();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private synchronized void keep(String administrator, FileImport taken) throws RunningException {
        Optional<FileImport> before = Optional.ofNullable(byAdministrator.get(administrator));
        if (before.filter(FileImport::isRunning).isPresent()) {
            throw new RunningException();
        }
        before.ifPresent(FileImport::remove);
        byAdministrator.put(administrator, taken);
    }

    /** Starts a run over the file of an administrator; not while another one is under way. */
    synchronized void start(FileImport file, ImportJob job) {
        if (!file.isRunning() && byAdministrator.containsValue(file)) {
            file.job(job);
            threads.execute(job);
        }
    }

    /** Removes the file of an administrator and all that became of it; not while it is under way. */
    synchronized void remove(String administrator) {
        Optional<FileImport> kept = Optional.ofNullable(byAdministrator.get(administrator));
        if (kept.isPresent() && !kept.get().isRunning()) {
            byAdministrator.remove(administrator);
            kept.get().remove();
        }
    }

    private synchronized Path folder() throws IOException {
        if (folder.isEmpty()) {
            folder = Optional.of(Files.createTempDirectory("clientele-import"));
        }
        return folder.get();
    }

    private synchronized void dropExpired() {
        Instant before = clock.instant().minus(LIFE);
        byAdministrator.values().removeIf(one -> {
            boolean expired = !one.isRunning() && one.used().isBefore(before);
            if (expired) {
                one.remove();
            }
            return expired;
        });
    }

    /** Ends what is under way, after the row that it is at: the directory is about to go. */
    public void stop() {
        List<ImportJob> running = running();
        running.forEach(ImportJob::cancel);
        try {
            for (ImportJob job : running) {
                if (!job.awaitEnd(LONGEST_ROW)) {
                    LOG.warn("An import does not end");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<ImportJob> running() {
        return byAdministrator.values().stream()
                .flatMap(one -> one.job().stream())
                .filter(ImportJob::isRunning)
                .toList();
    }

    @Deactivate
    public void close() {
        stop();
        threads.shutdownNow();
        synchronized (this) {
            byAdministrator.values().forEach(FileImport::remove);
            byAdministrator.clear();
            folder.ifPresent(FileImport::remove);
        }
    }

    /** What is kept, for whoever wants to see that nothing changed. */
    @Override
    public synchronized String toString() {
        return byAdministrator.toString();
    }
}
