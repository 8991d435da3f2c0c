package org.clientele.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules of this build, found beside this one. */
final class Modules {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Modules() {}

    /** Where the modules and the documentation are. */
    static Path root() {
        return ROOT;
    }

    /** The directories of all modules that make a bundle. */
    static List<Path> bundles() {
        return directories()
                .filter(module -> Files.exists(module.resolve("bnd.bnd")))
                .toList();
    }

    /** Every Java source that a person wrote, tests included. */
    static List<Path> sources() {
        return directories()
                .map(module -> module.resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(Modules::walk)
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    static String nameOf(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static Stream<Path> directories() {
        return Stream.concat(list(ROOT), list(ROOT.resolve("samples"))).filter(Files::isDirectory);
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path directory) {
        try (Stream<Path> entries = Files.walk(directory)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
