package org.clientele.shell;

import org.apache.karaf.shell.api.console.CommandLine;
import org.jspecify.annotations.Nullable;

/** The argument that is being typed. */
final class Typed {
    private Typed() {}

    static String upToCursor(CommandLine line) {
        @Nullable String argument = line.getCursorArgument();
        return argument == null ? "" : argument.substring(0, line.getArgumentPosition());
    }

    /** Where the argument begins in the line. */
    static int start(CommandLine line) {
        return line.getBufferPosition() - line.getArgumentPosition();
    }
}
