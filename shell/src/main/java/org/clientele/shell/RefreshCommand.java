package org.clientele.shell;

import org.clientele.DirectoryEntry;

/** Forgets what is remembered of earlier look-ups. */
abstract class RefreshCommand<E extends DirectoryEntry> extends DirectoryCommand<E> {

    @Override
    final void run() {
        directory().refresh();
        say("Cached records are forgotten.");
    }
}
