package org.clientele.admin.list;

import java.util.List;
import java.util.stream.Collectors;
import org.clientele.DirectoryEntry;
import org.clientele.admin.web.Kind;
import org.clientele.field.Fields;

/**
 * A column of a list.
 *
 * @param key the word by which its heading is found
 * @param variable what it shows, empty for the name
 * @param order by which variables the list is ordered by it, none if it cannot be
 */
public record Column(String key, String variable, List<String> order) {
    private static final String NAME = "name";
    private static final List<Column> USERS = List.of(
            new Column(NAME, "", List.of("UserLastname", "UserFirstname")),
            of("email", Fields.EMAIL),
            of("customer", Fields.CUSTOMER),
            of("comment", Fields.COMMENT));
    private static final List<Column> CUSTOMERS = List.of(
            new Column(NAME, "", List.of(Fields.CUSTOMER_NAME)),
            of("city", "CustomerCompanyCity"),
            of("comment", Fields.CUSTOMER_COMMENT));

    public Column {
        order = List.copyOf(order);
    }

    private static Column of(String key, String variable) {
        return new Column(key, variable, List.of(variable));
    }

    /** The columns of a kind, in order. */
    public static List<Column> of(Kind kind) {
        return kind.equals(Kind.USERS) ? USERS : CUSTOMERS;
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
