package org.clientele.admin.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.transfer.CsvException;
import org.clientele.transfer.CsvSeparator;
import org.clientele.transfer.ImportPlan;

/** A file of an administrator on its way into the directory: what it looks like, what shall be done with it, how far it is. */
final class FileImport {
    private final String key = UUID.randomUUID().toString();
    private final String name;
    private final Path folder;
    private volatile FileShape shape;
    private volatile Optional<ImportPlan> plan = Optional.empty();
    private volatile Optional<ImportJob> job = Optional.empty();
    private volatile Instant used;

    /** @param folder holds the file, and what becomes of it; it is removed with it */
    FileImport(String name, Path folder, FileShape shape, Instant now) {
        this.name = name;
        this.folder = folder;
        this.shape = shape;
        this.used = now;
    }

    /** Where the file stands in its folder. */
    static Path file(Path folder) {
        return folder.resolve("upload.csv");
    }

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return file(folder);
    }

    FileShape shape() {
        return shape;
    }

    Optional<ImportPlan> plan() {
        return plan;
    }

    Optional<ImportJob> job() {
        return job;
    }

    /** When somebody last asked for it. */
    Instant used() {
        return used;
    }

    void use(Instant now) {
        used = now;
    }

    boolean isRunning() {
        return job.filter(ImportJob::isRunning).isPresent();
    }

    /** Reads the file again, with another separator: what was planned for its columns is void. */
    void separate(CsvSeparator separator) throws IOException, CsvException {
        shape = FileShape.of(file(), Optional.of(separator));
        plan = Optional.empty();
    }

    void plan(ImportPlan what) {
        plan = Optional.of(what);
    }

    void job(ImportJob started) {
        job = Optional.of(started);
    }

    /** Ends what is running and removes all files. */
    void remove() {
        job.ifPresent(ImportJob::cancel);
        remove(folder);
    }

    static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
