package org.clientele.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;

/** Files that commands read and write: of the server, by their whole path, for a shell over SSH has no folder of its own. */
final class TransferFile {
    private TransferFile() {}

    static Path absolute(String name) throws CommandException {
        try {
            Path path = Path.of(name);
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw Failure.because("\"" + name + "\" is no absolute path of the server, such as /tmp/people.csv.");
    }

    static Path folder(Path file) throws CommandException {
        return Optional.ofNullable(file.getParent()).orElseThrow(() -> Failure.because(file + " is no file."));
    }
}
