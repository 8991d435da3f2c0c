package org.clientele.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;

/**
 * What ends a command with an error. Karaf prints the message of its own exception alone and logs it below the level where
 * logs are kept, so neither a stack trace nor personal data gets anywhere.
 */
final class Failure {
    private Failure() {}

    static CommandException because(String... lines) {
        return because(List.of(lines));
    }

    static CommandException because(List<String> lines) {
        return new CommandException(lines.stream().map(Plain::text).collect(Collectors.joining("\n")));
    }

    /** One line, or one per field where fields are refused. */
    static CommandException of(DirectoryException e) {
        if (e instanceof InvalidInputException refused && !refused.messages().isEmpty()) {
            return because(byField(refused.messages()));
        }
        if (e instanceof AlreadyExistsException taken) {
            return because(byField(Map.of(taken.variable(), message(e))));
        }
        return because(message(e));
    }

    private static List<String> byField(Map<String, String> messages) {
        return messages.entrySet().stream()
                .map(m -> m.getKey() + ": " + m.getValue())
                .toList();
    }

    private static String message(DirectoryException e) {
        return String.valueOf(e.getMessage());
    }
}
