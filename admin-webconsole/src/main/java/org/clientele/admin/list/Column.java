package org.clientele.admin.list;

import java.util.List;
import java.util.function.Function;
import org.clientele.DirectoryEntry;
import org.clientele.admin.web.Kind;
import org.clientele.field.Fields;

/**
 * A column of the overview that only one kind of records has; id, validity and source stand in every overview.
 *
 * @param key the name of the column in words and stylesheet
 * @param value what stands in it
 */
public record Column(String key, Function<DirectoryEntry, String> value) {
    private static final List<Column> USERS = List.of(
            new Column("name", DirectoryEntry::name),
            new Column("email", entry -> entry.value(Fields.EMAIL)),
            new Column("customer", entry -> entry.value(Fields.CUSTOMER)),
            new Column("comment", entry -> entry.value(Fields.COMMENT)));
    private static final List<Column> CUSTOMERS = List.of(
            new Column("name", DirectoryEntry::name),
            new Column("city", entry -> entry.value("CustomerCompanyCity")),
            new Column("comment", entry -> entry.value(Fields.CUSTOMER_COMMENT)));

    /** The columns of a kind, in order. */
    public static List<Column> of(Kind kind) {
        return kind.equals(Kind.USERS) ? USERS : CUSTOMERS;
    }
}
