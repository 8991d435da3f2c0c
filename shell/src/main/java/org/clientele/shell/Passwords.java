package org.clientele.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Password;
import org.jspecify.annotations.Nullable;

/** Passwords that a person types without being overlooked. */
final class Passwords {
    private static final char NO_ECHO = '\0';

    private Passwords() {}

    /** Refuses two options that contradict each other: whichever counted, the other would be ignored in silence. */
    static void oneOf(String option, boolean given, String other, boolean otherGiven) throws CommandException {
        if (given && otherGiven) {
            throw Failure.because(option + " and " + other + " exclude each other; give one of them");
        }
    }

    /** Asks twice for a password; nothing of it is shown or kept in the history. */
    static Password ask(Session session) throws CommandException {
        String first = read(session, "Password: ");
        if (!first.equals(read(session, "Repeat it: "))) {
            throw Failure.because("The passwords are not the same");
        }
        try {
            return Password.of(first);
        } catch (IllegalArgumentException e) {
            throw Failure.because(String.valueOf(e.getMessage()));
        }
    }

    private static String read(Session session, String prompt) throws CommandException {
        @Nullable String line;
        try {
            line = session.readLine(prompt, NO_ECHO);
        } catch (IOException | RuntimeException e) {
            // Each kind of session has its own exceptions for: no terminal, end of input, Ctrl-C.
            throw new CommandException("No password could be read; --ask-password needs a terminal", e);
        }
        if (line == null) {
            throw Failure.because("No password was typed");
        }
        return line;
    }
}
