package org.clientele.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.Password;
import org.clientele.SourceStatus;
import org.clientele.UncertainException;

/** A command that changes something, in the name of the user of the shell. */
abstract class WriteCommand<E extends DirectoryEntry> extends DirectoryCommand<E> {
    @Reference
    Session session;

    /** What is written. */
    @FunctionalInterface
    interface Write {
        void run() throws DirectoryException, CommandException;
    }

    final Actor actor() {
        return ShellUser.of(session);
    }

    final List<SourceStatus> writable() {
        return directory().sources().stream().filter(SourceStatus::takesRecords).toList();
    }

    /** Writes, and prints the password that was generated for it, if any. */
    final void write(Optional<Password> generated, Write write) throws DirectoryException, CommandException {
        try {
            write.run();
        } catch (UncertainException e) {
            // if it was saved all the same, nobody else knows the password
            generated.ifPresent(this::sayOnce);
            throw e;
        }
        generated.ifPresent(this::sayOnce);
    }

    private void sayOnce(Password generated) {
        say("Password: " + generated.clear() + " (generated, shown only now)");
    }
}
