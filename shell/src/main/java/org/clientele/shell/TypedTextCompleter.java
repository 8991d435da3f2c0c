package org.clientele.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

/** Accepts any text: Karaf completes an argument only if the completers of those before it accept what was typed there. */
@Service
public final class TypedTextCompleter implements Completer {

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        String typed = Typed.upToCursor(line);
        if (typed.isEmpty()) {
            return -1;
        }
        candidates.add(typed + " ");
        return Typed.start(line);
    }
}
