package org.clientele.backend.db;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clientele.spi.SourceQuery.Position;
import org.eclipse.persistence.expressions.Expression;

/** What differs by database: how it folds case, compares code points and names its types. Stateless. */
abstract sealed class DatabaseFamily
        permits H2Family, PostgreSqlFamily, MariaDbFamily, DerbyFamily, OracleFamily, SqlServerFamily, Db2Family {
    static final List<DatabaseFamily> ALL = List.of(
            new H2Family(),
            new PostgreSqlFamily(),
            new MariaDbFamily(),
            new DerbyFamily(),
            new OracleFamily(),
            new SqlServerFamily(),
            new Db2Family());

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
        String word = product.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(f -> f.isProduct(word)).findFirst();
    }

    /** What {@code type} may be, for people. */
    static String allTypes() {
        return ALL.stream().map(f -> f.types().get(0)).collect(Collectors.joining(", "));
    }

    abstract String urlPrefix();

    /** Names in configurations, in lower case, the usual one first. */
    abstract List<String> types();

    /** Whether this is the name of the product, in lower case. */
    boolean isProduct(String product) {
        return types().contains(product);
    }

    abstract Driver driver(String url);

    /** A URL of the same database with which it is not made where it is missing: embedded ones are. */
    String existing(String url) {
        return url;
    }

    /**
     * What connects to a URL.
     *
     * @param className the driver's class, by which its service is found
     * @param feature the feature of Karaf that brings the service
     */
    record Driver(String className, String feature) {}

    /** EclipseLink's name of the platform. */
    abstract String platform();

    /** How identifiers of new columns are folded. */
    String folded(String identifier) {
        return identifier.toUpperCase(Locale.ROOT);
    }

    /** What adds a text column to a table, behind {@code alter table NAME}. */
    String addition(String column, int length) {
        return "add column " + column + " varchar(" + length + ")";
    }

    /** A column's lower-case text, which {@code LIKE} compares by code point. */
    abstract Expression fold(Expression column);

    /** A column's text, which {@code LIKE} compares by code point. */
    abstract Expression exact(Expression column);

    /** A text as something that is equal to the same code points alone and sorts by them. */
    abstract Expression ordered(Expression text);

    /** A text as something that is equal to the same code points alone, blanks at the end included. */
    Expression whole(Expression text) {
        return text;
    }

    /** Whether the column is a generated lower-case key, by type and collation. */
    abstract boolean isKey(Column column);

    /** Whether equality on that key column is equality of texts, blanks at the end included. */
    boolean isExactKey(Column column) {
        return true;
    }

    /** Whether an index on an expression serves it, so that no column has to be generated for the key. */
    boolean indexesExpressions() {
        return false;
    }

    /** Whether rows that an index delivers in order are sorted group by group by what else they are ordered by. */
    boolean sortsBehindIndex() {
        return false;
    }

    /** Whether the order of keys is by UTF-16 unit, as in Java, and not by code point. */
    boolean ordersByUnit() {
        return false;
    }

    /** A character that sorts behind all others and that no text has. */
    String lastCharacter() {
        return Character.toString(Character.MAX_CODE_POINT);
    }

    /** How many ids one statement may look for, in which each stands up to three times. */
    int mostIds() {
        return 1000;
    }

    /** How many values there may be in one list. */
    int longestList() {
        return 1000;
    }

    /** Whether a list of so many texts is better given to the database as one value, a JSON array. */
    boolean wantsArray(int texts) {
        return false;
    }

    /**
     * That something equals an element of an array, for a database that wants some.
     *
     * @param change what is made of each element before it is compared
     */
    Expression isElement(Expression left, UnaryOperator<Expression> change, Expression array) {
        throw new UnsupportedOperationException("It wants none");
    }

    /** That a condition on columns that are never missing does not hold. */
    Expression not(Expression condition) {
        return condition.not();
    }

    /** A parameter of that type. */
    Expression typed(Expression parameter, Class<?> type) {
        return parameter;
    }

    /** The text as the database accepts it as a value to look for. */
    String searchable(String text) {
        return text;
    }

    /** A place behind which the same stored records are, in texts that the database takes. */
    Position bound(Position position) {
        return position;
    }

    /** A text as part of a pattern in which nothing but it is meant. */
    String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** That a text is like a pattern, whose escape character is the backslash. */
    Expression like(Expression text, Expression pattern) {
        return text.like(pattern);
    }

    /** The same where the text may be missing and then counts as the empty one. */
    Expression likeIfPresent(Expression text, Expression pattern) {
        return like(BoundFunction.of(text, "COALESCE(", ", '')"), pattern);
    }

    /** {@link #like} where the backslash escapes only if the statement says so. */
    static Expression likeWithEscape(Expression text, Expression pattern) {
        return BoundFunction.of(List.of(text, pattern), "(", " LIKE ", " ESCAPE '\\')");
    }

    /** A parameter in lower case as the database sees it. */
    Expression lower(Expression parameter) {
        return BoundFunction.of(parameter, "LOWER(", ")");
    }

    /** The key of a parameter: what {@link #ordered} makes of a folded column with that text. */
    Expression keyOf(Expression parameter) {
        return ordered(lower(parameter));
    }

    /** A parameter that holds a key already. */
    Expression key(Expression parameter) {
        return ordered(parameter);
    }

    /** What {@link #whole} makes of a column with the parameter's text. */
    Expression wholeOf(Expression parameter) {
        return whole(parameter);
    }

    /** A number as text. */
    abstract Expression text(Expression number);
}
