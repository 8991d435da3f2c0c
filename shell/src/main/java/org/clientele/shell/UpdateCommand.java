package org.clientele.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Change;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.Password;

/** Changes the named fields of a record and no others. */
abstract class UpdateCommand<E extends DirectoryEntry> extends WriteCommand<E> {
    abstract List<String> assignments();

    abstract String id();

    final void update(Optional<Password> password) throws DirectoryException, CommandException {
        Map<String, String> fields = Assignments.parse(assignments());
        if (fields.isEmpty() && password.isEmpty()) {
            throw Failure.because("Nothing to change: name at least one Variable=value");
        }
        E changed = directory().update(new Change(id(), fields, password, Optional.empty(), actor()));
        say("Changed " + noun() + " " + changed.id() + " in " + changed.source() + ".");
    }
}
