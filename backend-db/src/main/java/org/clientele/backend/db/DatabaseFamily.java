package org.clientele.backend.db;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.persistence.expressions.Expression;

/** What differs by database: how it folds case, compares code points and names its types. Stateless. */
abstract sealed class DatabaseFamily permits H2Family, PostgreSqlFamily, MariaDbFamily {
    static final List<DatabaseFamily> ALL = List.of(new H2Family(), new PostgreSqlFamily(), new MariaDbFamily());

    /** The family that a JDBC URL belongs to. */
    static Optional<DatabaseFamily> ofUrl(String url) {
        return ALL.stream().filter(f -> url.startsWith(f.urlPrefix())).findFirst();
    }

    /** The family that the configuration calls {@code type}. */
    static Optional<DatabaseFamily> ofType(String type) {
        String word = type.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(f -> f.types().contains(word)).findFirst();
    }

    /** The family of a database product as the driver names it. */
    static Optional<DatabaseFamily> ofProduct(String product) {
        return ofType(product);
    }

    abstract String urlPrefix();

    /** Names in configurations and of the product, in lower case. */
    abstract List<String> types();

    abstract String driverClass();

    /** EclipseLink's name of the platform. */
    abstract String platform();

    /** How identifiers of new columns are folded. */
    abstract String folded(String identifier);

    /** The type to which a number is cast when text is looked for in it. */
    abstract String textType();

    /** A column's lower-case text, which only equals the same code points. */
    abstract Expression fold(Expression column);

    /** A column's text, which only equals the same code points. */
    abstract Expression exact(Expression column);

    /** A text as something that sorts by code point. */
    abstract Expression ordered(Expression text);

    /** Whether the column is a generated lower-case key, by type and collation. */
    abstract boolean isKey(Column column);

    /** Whether equality on that key column is equality of texts, blanks at the end included. */
    abstract boolean isExactKey(Column column);

    /** The text as the database accepts it as a value to look for. */
    String searchable(String text) {
        return text;
    }

    /** A text in lower case as the database sees it. */
    Expression lower(Expression text) {
        return BoundFunction.of(text, "LOWER(", ")");
    }

    /** A text, the empty one where it is missing. */
    Expression present(Expression text) {
        return BoundFunction.of(text, "COALESCE(", ", '')");
    }

    /** A number as text. */
    Expression text(Expression number) {
        return BoundFunction.of(number, "CAST(", " AS " + textType() + ")");
    }
}
