package org.clientele.backend.ldap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The selectors of NIO that this process has open: each is two open files. */
final class Selectors {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private Selectors() {}

    /** How many there are, 0 where the system does not tell. */
    static long open() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (Stream<Path> descriptors = Files.list(OPEN_FILES)) {
            return descriptors.filter(Selectors::isSelector).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSelector(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().contains("eventpoll");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
