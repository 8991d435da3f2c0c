package org.clientele.admin.list;

import java.util.List;
import org.clientele.DirectoryEntry;
import org.clientele.admin.web.Kind;
import org.clientele.field.Fields;

/**
 * A column of the overview that only one kind of records has; id, validity and source stand in every overview.
 *
 * @param key the name of the column in words and stylesheet
 * @param variable the field that stands in it, empty for the name that the source makes
 */
public record Column(String key, String variable) {
    private static final List<Column> USERS = List.of(
            new Column("name", ""),
            new Column("email", Fields.EMAIL),
            new Column("customer", Fields.CUSTOMER),
            new Column("comment", Fields.COMMENT));
    private static final List<Column> CUSTOMERS = List.of(
            new Column("name", ""),
            new Column("city", "CustomerCompanyCity"),
            new Column("comment", Fields.CUSTOMER_COMMENT));

    /** The columns of a kind, in order. */
    public static List<Column> of(Kind kind) {
        return kind.equals(Kind.USERS) ? USERS : CUSTOMERS;
    }

    String value(DirectoryEntry entry) {
        return variable.isEmpty() ? entry.name() : entry.value(variable);
    }
}
