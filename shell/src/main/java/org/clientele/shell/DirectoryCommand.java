package org.clientele.shell;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.SourceReport;
import org.clientele.customer.Customers;
import org.jspecify.annotations.Nullable;

/** A command on the directory of customer users or on the one of customers. */
abstract class DirectoryCommand<E extends DirectoryEntry> implements Action {
    // Karaf directs it to the session and pipe of the thread that writes.
    PrintStream out = System.out;

    abstract Directory<E> directory();

    /** What one record is called in messages. */
    String noun() {
        return directory() instanceof Customers ? "customer" : "customer user";
    }

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

    static String describe(SourceReport report) {
        String outcome = report.outcome().key();
        String message = report.message();
        boolean saysSo = message.toLowerCase(Locale.ROOT).startsWith(outcome);
        String told = saysSo ? message : outcome + (message.isEmpty() ? "" : " (" + message + ")");
        return report.source() + ": " + told;
    }
}
