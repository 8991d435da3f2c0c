package org.clientele.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the process holds: threads by name, numbers aside, and open files and sockets where the system tells them.
 *
 * @param threads how many live threads of each name there are
 * @param files how many files and sockets are open, 0 where that is not known
 */
record Footprint(Map<String, Integer> threads, int files) {
    private static final Path OPEN_FILES = Path.of("/dev/fd");

    static Footprint now() {
        Map<String, Integer> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toMap(
                        thread -> thread.getName().replaceAll("[0-9]+", "#"), thread -> 1, Integer::sum, TreeMap::new));
        return new Footprint(threads, openFiles());
    }

    /** What there is at least {@code times} more of than before. */
    List<String> leftSince(Footprint before, int times) {
        Stream<String> left = threads.entrySet().stream()
                .filter(thread -> thread.getValue() - before.threads.getOrDefault(thread.getKey(), 0) >= times)
                .map(thread -> "threads named '" + thread.getKey() + "'");
        return Stream.concat(left, files - before.files >= times ? Stream.of("open files or sockets") : Stream.empty())
                .toList();
    }

    private static int openFiles() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
