package org.clientele.transfer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceStatus;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/**
 * What an import does with the columns of a file.
 *
 * @param source the slot that gets new customer users; those who are there already are changed where they are
 * @param columns for each column of the file the variable that it is for, the empty text for a column that is left out
 * @param emptying whether an empty cell empties the field; otherwise it leaves the field as it is
 * @param generating whether new customer users without a password in the file get a generated one
 */
public record ImportPlan(String source, List<String> columns, boolean emptying, boolean generating) {
    private static final String COLUMN = "columns";

    public ImportPlan {
        columns = List.copyOf(columns);
    }

    /**
     * The variables that headings name, as far as they do: the variable itself or a label, whatever the case. Each variable goes to
     * one column.
     *
     * @param heading the names of the columns
     * @param labels other names of variables, by label
     */
    public static List<String> guess(List<String> heading, Set<String> variables, Map<String, String> labels) {
        Map<String, String> names = new LinkedHashMap<>();
        variables.forEach(variable -> names.put(folded(variable), variable));
        labels.forEach((label, variable) -> names.putIfAbsent(folded(label), variable));
        Set<String> taken = new HashSet<>();
        return heading.stream()
                .map(name -> Optional.ofNullable(names.get(folded(name)))
                        .filter(taken::add)
                        .orElse(""))
                .toList();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The variables that a file can have a column for: what the source writes, and its password. */
    public static List<Field> targets(SourceStatus source) {
        List<Field> written = Fields.written(source.fields());
        return source.fields().stream()
                .filter(field -> Fields.isPassword(field) || written.contains(field))
                .toList();
    }

    /**
     * Requires that the plan can be followed.
     *
     * @throws InvalidInputException if the source takes no records ({@code source}), or a variable is no field of it, stands for two
     *     columns, or the login is missing though the source makes none ({@code columns})
     */
    public void requireFit(List<SourceStatus> sources) throws InvalidInputException {
        SourceStatus target = sources.stream()
                .filter(status -> status.slot().equals(source) && status.takesRecords())
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("source", Fault.noSource(source)));
        Set<String> seen = new HashSet<>();
        for (String variable : columns) {
            if (variable.isEmpty()) {
                continue;
            }
            if (targets(target).stream().noneMatch(field -> field.variable().equals(variable))) {
                String message = variable + " is not a field of the source " + source + ".";
                throw new InvalidInputException(variable, Fault.of(Fault.Kind.UNKNOWN_FIELD, message, source));
            }
            if (!seen.add(variable)) {
                String message = variable + " stands for two columns.";
                throw new InvalidInputException(variable, Fault.of(Fault.Kind.TWO_COLUMNS, message));
            }
        }
        if (!seen.contains(Fields.LOGIN) && !target.generatesLogins()) {
            String message = "No column is the login, and the source makes none.";
            throw new InvalidInputException(COLUMN, Fault.of(Fault.Kind.NO_LOGIN_COLUMN, message));
        }
        if (seen.isEmpty()) {
            throw new InvalidInputException(COLUMN, Fault.of(Fault.Kind.NO_LOGIN_COLUMN, "No column is taken."));
        }
    }
}
