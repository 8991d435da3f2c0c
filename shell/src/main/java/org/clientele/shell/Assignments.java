package org.clientele.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Validity;
import org.clientele.field.Fields;

/** The arguments {@code Variable=value} of a command that writes. */
final class Assignments {
    private Assignments() {}

    static Map<String, String> parse(List<String> arguments) throws CommandException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw Failure.because(
                        "Write options first, then each field as Variable=value; this is neither: " + argument);
            }
            add(fields, argument.substring(0, equals), argument.substring(equals + 1));
        }
        return fields;
    }

    private static void add(Map<String, String> fields, String variable, String value) throws CommandException {
        if (variable.equals(Fields.PASSWORD)) {
            throw Failure.because("A password on a command line stays in the history: use --ask-password,"
                    + " or let one be generated");
        }
        if (fields.put(variable, stored(variable, value)) != null) {
            throw Failure.because(variable + " is given twice");
        }
    }

    /** A validity may be named by its word. */
    private static String stored(String variable, String value) {
        return variable.equals(Fields.VALIDITY)
                ? Validity.of(value)
                        .map(validity -> Integer.toString(validity.id()))
                        .orElse(value)
                : value;
    }
}
