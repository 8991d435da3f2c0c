package org.clientele.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.clientele.DirectoryEntry;
import org.clientele.Password;
import org.clientele.SourceStatus;

/** A command that changes something, in the name of the user of the shell. */
abstract class WriteCommand<E extends DirectoryEntry> extends DirectoryCommand<E> {
    private static final String NOBODY = "shell";

    @Reference
    Session session;

    final String actor() {
        Object user = session.get("USER");
        return user == null || user.toString().isBlank() ? NOBODY : user.toString();
    }

    final List<SourceStatus> writable() {
        return directory().sources().stream().filter(SourceStatus::writable).toList();
    }

    final void sayOnce(Password generated) {
        say("Password: " + generated.clear() + " (generated, shown only now)");
    }
}
