package org.clientele.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.DirectoryException;
import org.jspecify.annotations.Nullable;

/** A command that asks services of the directory. */
abstract class ServiceCommand implements Action {
    // Karaf directs it to the session and pipe of the thread that writes.
    PrintStream out = System.out;

    abstract void run() throws DirectoryException, CommandException;

    @Override
    public final @Nullable Object execute() throws CommandException {
        try {
            run();
            return null;
        } catch (DirectoryException e) {
            throw Failure.of(e);
        }
    }

    final void say(String line) {
        out.println(Plain.text(line));
    }
}
