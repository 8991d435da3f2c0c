package org.clientele.shell;

import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Addition;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.jspecify.annotations.Nullable;

/** Adds a record to the named source, or to the first that takes records. */
abstract class AddCommand<E extends DirectoryEntry> extends WriteCommand<E> {

    abstract @Nullable String slot();

    /** Adds a record of these fields. */
    final void add(Map<String, String> fields, String source, Optional<Password> password)
            throws DirectoryException, CommandException {
        E added = added(new Addition(source, fields, password, actor()));
        say("Added " + noun() + " " + added.id() + " to " + added.source() + ".");
    }

    private E added(Addition addition) throws DirectoryException, CommandException {
        try {
            return directory().add(addition);
        } catch (SourceUnavailableException e) {
            throw Failure.because("Adding to " + addition.source() + " failed: " + e.getMessage());
        }
    }

    final String target() throws CommandException {
        @Nullable String named = slot();
        return named != null ? named : first();
    }

    private String first() throws CommandException {
        return writable().stream()
                .findFirst()
                .orElseThrow(() -> Failure.because("No source takes a new " + noun() + " at the moment"))
                .slot();
    }
}
