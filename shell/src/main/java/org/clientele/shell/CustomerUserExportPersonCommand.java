package org.clientele.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.DirectoryException;
import org.clientele.privacy.DataProtection;
import org.jspecify.annotations.Nullable;

/** Tells everything that is known about one person. */
@Service
@Command(
        scope = "customer-user",
        name = "export-person",
        description = "Prints everything that is known about one person as JSON, or writes it into a new file")
public final class CustomerUserExportPersonCommand extends ServiceCommand {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Reference
    DataProtection protection;

    @Reference
    Session session;

    @Option(
            name = "--file",
            description = "Write it into this file, which must not be there yet and must end in .json",
            valueToShowInHelp = "")
    @Nullable
    String file;

    @Argument(name = "LOGIN", description = "The login", required = true)
    String login;

    @Override
    void run() throws DirectoryException, CommandException {
        if (file == null) {
            json().lines().forEach(this::say);
        } else {
            Path path = path(file);
            write(path, json());
            say("Written to " + path + ", readable by its owner alone where the system can do that.");
        }
    }

    private String json() throws DirectoryException {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(
                            protection.export(login, ShellUser.of(session)).document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of maps and lists is always JSON", e);
        }
    }

    /** Karaf takes a {@code .cfg.json} for a configuration. */
    private static Path path(String file) throws CommandException {
        if (!file.endsWith(".json") || file.endsWith(".cfg.json")) {
            throw Failure.because("The file has to end in .json, and not in .cfg.json: " + file);
        }
        try {
            return Path.of(file).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw Failure.because("This is no name of a file: " + file);
        }
    }

    private static void write(Path path, String json) throws CommandException {
        try {
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(path);
            }
            Files.write(path, json.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw Failure.because("There is a file " + path + " already; name another one.");
        } catch (IOException e) {
            throw Failure.because("The file " + path + " cannot be written: " + e.getMessage());
        }
    }
}
