package org.clientele.shell;

import java.util.Locale;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.SourceReport;
import org.clientele.customer.Customers;

/** A command on the directory of customer users or on the one of customers. */
abstract class DirectoryCommand<E extends DirectoryEntry> extends ServiceCommand {
    abstract Directory<E> directory();

    /** What one record is called in messages. */
    String noun() {
        return directory() instanceof Customers ? "customer" : "customer user";
    }

    static String describe(SourceReport report) {
        String outcome = report.outcome().key();
        String message = report.message();
        boolean saysSo = message.toLowerCase(Locale.ROOT).startsWith(outcome);
        String told = saysSo ? message : outcome + (message.isEmpty() ? "" : " (" + message + ")");
        return report.source() + ": " + told;
    }
}
