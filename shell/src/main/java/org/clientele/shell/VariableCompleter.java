package org.clientele.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.clientele.Directory;
import org.clientele.SourceStatus;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.jspecify.annotations.Nullable;

/** Completes {@code Variable=value}: the variables of the source on the line, else of all writable ones; values of a choice. */
abstract class VariableCompleter implements Completer {

    abstract Directory<?> directory();

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        String typed = Typed.upToCursor(line);
        int equals = typed.indexOf('=');
        if (equals < 0) {
            variables(line).filter(start -> start.startsWith(typed)).forEach(candidates::add);
        } else {
            values(line, typed.substring(0, equals + 1), typed).forEach(value -> candidates.add(value + " "));
        }
        return candidates.isEmpty() ? -1 : Typed.start(line);
    }

    private Stream<String> variables(CommandLine line) {
        List<String> arguments = List.of(line.getArguments());
        return Stream.concat(fields(line).map(Field::variable), Stream.of(Fields.VALIDITY))
                .filter(variable -> !variable.equals(Fields.PASSWORD))
                .distinct()
                .map(variable -> variable + "=")
                .filter(start -> arguments.stream().noneMatch(argument -> argument.startsWith(start)));
    }

    /** The typed value is among them: whatever it is, the command takes it. */
    private Set<String> values(CommandLine line, String start, String typed) {
        Set<String> values = new TreeSet<>();
        choices(line, start)
                .map(start::concat)
                .filter(value -> value.startsWith(typed))
                .forEach(values::add);
        if (values.isEmpty()) {
            values.add(typed);
        }
        return values;
    }

    private Stream<String> choices(CommandLine line, String start) {
        if (start.equals(Fields.VALIDITY + "=")) {
            return Arrays.stream(Validity.values()).map(Validity::key);
        }
        return fields(line)
                .filter(field -> start.equals(field.variable() + "="))
                .flatMap(field -> field.selections().keySet().stream());
    }

    private Stream<Field> fields(CommandLine line) {
        @Nullable String named = namedSource(List.of(line.getArguments()));
        return directory().sources().stream()
                .filter(source ->
                        named == null ? source.writable() : source.slot().equals(named))
                .map(SourceStatus::fields)
                .flatMap(List::stream);
    }

    private static @Nullable String namedSource(List<String> arguments) {
        int option = arguments.indexOf("--source");
        return option >= 0 && option + 1 < arguments.size() ? arguments.get(option + 1) : null;
    }
}
