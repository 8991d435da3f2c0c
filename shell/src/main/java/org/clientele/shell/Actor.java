package org.clientele.shell;

import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** In whose name a command changes something. */
final class Actor {
    private static final String NOBODY = "shell";

    private Actor() {}

    /** The user of a session. */
    static String of(Session session) {
        @Nullable Object user = session.get("USER");
        return user == null || user.toString().isBlank() ? NOBODY : user.toString();
    }
}
