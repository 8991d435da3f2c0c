package org.clientele.shell;

import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.clientele.Directory;
import org.clientele.SourceStatus;

/** Completes the slots of a directory. */
abstract class SlotCompleter implements Completer {

    abstract Directory<?> directory();

    boolean offers(SourceStatus source) {
        return true;
    }

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> slots = directory().sources().stream()
                .filter(this::offers)
                .map(SourceStatus::slot)
                .toList();
        return new StringsCompleter(slots).complete(session, line, candidates);
    }
}
