package org.clientele.admin.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.DirectoryEntry;
import org.clientele.SourceStatus;
import org.clientele.admin.text.StandardFields;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Screen;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.field.Shown;

/**
 * A column of a list.
 *
 * @param key the word by which its heading is found, and its class in the style sheet
 * @param variable what it shows, empty for the name
 * @param label what the map calls it, empty for a column that every list has
 * @param order by which variables the list is ordered by it, none if it cannot be
 */
public record Column(String key, String variable, String label, List<String> order) {
    /** So many columns the maps add at most: a list is no table of everything. */
    private static final int MOST_FURTHER = 4;

    private static final String NAME = "name";
    private static final String FURTHER = "further";
    private static final List<Column> USERS = List.of(
            new Column(NAME, "", "", List.of("UserLastname", "UserFirstname")),
            of("email", Fields.EMAIL),
            of("customer", Fields.CUSTOMER),
            of("comment", Fields.COMMENT));
    private static final List<Column> CUSTOMERS = List.of(
            new Column(NAME, "", "", List.of(Fields.CUSTOMER_NAME)),
            of("city", "CustomerCompanyCity"),
            of("comment", Fields.CUSTOMER_COMMENT));

    public Column {
        order = List.copyOf(order);
    }

    private static Column of(String key, String variable) {
        return new Column(key, variable, "", List.of(variable));
    }

    /** The columns of a kind, in order, and what the maps of the sources show besides. */
    static List<Column> of(Kind kind, List<SourceStatus> sources) {
        List<Column> columns = new ArrayList<>(kind.equals(Kind.USERS) ? USERS : CUSTOMERS);
        columns.addAll(further(sources));
        return List.copyOf(columns);
    }

    /** The shown fields that no default map has, each once, as the first source calls it. */
    private static List<Column> further(List<SourceStatus> sources) {
        Map<String, Column> columns = new LinkedHashMap<>();
        sources.stream()
                .flatMap(source -> source.fields().stream())
                .filter(field -> field.shown() != Shown.FORM)
                .filter(field -> !Fields.isPassword(field))
                .filter(field -> StandardFields.group(field.variable()).isEmpty())
                .forEach(field -> columns.putIfAbsent(field.variable(), of(field)));
        return columns.values().stream().limit(MOST_FURTHER).toList();
    }

    private static Column of(Field field) {
        return new Column(FURTHER, field.variable(), field.label(), List.of(field.variable()));
    }

    /** Whether it is there because a map has its field. */
    public boolean isFurther() {
        return key.equals(FURTHER);
    }

    /** What stands above it. */
    public String heading(Screen screen) {
        return isFurther() ? screen.words().label(variable, label) : screen.text("column." + key);
    }

    /** The order by this column from the first to the last, as a parameter. */
    String ascending() {
        return String.join(",", order);
    }

    String descending() {
        return order.stream().map("-"::concat).collect(Collectors.joining(","));
    }

    String value(DirectoryEntry entry) {
        return variable.isEmpty() ? entry.name() : entry.value(variable);
    }
}
