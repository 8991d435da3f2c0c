package org.clientele.shell;

import org.apache.karaf.shell.api.console.Session;
import org.clientele.Actor;
import org.clientele.Actor.Door;
import org.jspecify.annotations.Nullable;

/** In whose name a command changes something. */
final class ShellUser {
    private static final String NOBODY = "shell";

    private ShellUser() {}

    /** The user of a session. */
    static Actor of(Session session) {
        @Nullable Object user = session.get("USER");
        String name = user == null || user.toString().isBlank() ? NOBODY : user.toString();
        return new Actor(name, Door.SHELL, "");
    }
}
