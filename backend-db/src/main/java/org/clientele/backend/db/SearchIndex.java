package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.TextPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database has an index for free search: PostgreSQL can have one, of trigrams.
 *
 * @param served the text that the index serves, empty if there is none
 * @param wanted the statements that make an index which the table is large enough for and does not have
 */
record SearchIndex(Optional<SearchText> served, Optional<String> wanted) {
    static final SearchIndex NONE = new SearchIndex(Optional.empty(), Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final long ROWS_WITHOUT = 10_000;

    /** Asks the database: only its planner knows whether an index has exactly this expression. */
    static SearchIndex of(Connection connection, TableSettings settings, TableMetadata table) throws SQLException {
        Optional<SearchText> text = text(settings, table);
        if (text.isEmpty()) {
            return NONE;
        }
        boolean automatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (isServed(statement, table, text.get())) {
                return new SearchIndex(text, Optional.empty());
            }
            return new SearchIndex(
                    Optional.empty(),
                    rows(connection, table) < ROWS_WITHOUT ? Optional.empty() : Optional.of(making(table, text.get())));
        } catch (SQLException e) {
            LOG.debug(
                    "Not known whether {} has an index for free search",
                    table.name().name(),
                    e);
            return NONE;
        } finally {
            connection.rollback();
            connection.setAutoCommit(automatic);
        }
    }

    /** This index if it is of these fields in this order; otherwise none. */
    SearchIndex over(List<Column> searched) {
        return served.filter(text -> text.columns().equals(searched)).isPresent() ? this : NONE;
    }

    /** How to look for a pattern; what must not be found has no use for an index. */
    SearchText.Use use(TextPattern pattern, boolean negated) {
        return served.isEmpty() || negated ? SearchText.Use.FIELDS : SearchText.use(pattern);
    }

    private static Optional<SearchText> text(TableSettings settings, TableMetadata table) {
        SearchSettings search = settings.description().search();
        List<Column> columns = search.searchFields().stream()
                .flatMap(name -> table.column(name).stream())
                .filter(column -> column.kind() == ColumnKind.TEXT)
                .toList();
        boolean possible = table.family() instanceof PostgreSqlFamily
                && !search.caseSensitive()
                && !columns.isEmpty()
                && columns.size() == search.searchFields().size();
        return possible ? Optional.of(new SearchText(columns)) : Optional.empty();
    }

    private static boolean isServed(Statement statement, TableMetadata table, SearchText text) throws SQLException {
        statement.execute("set local enable_seqscan = off");
        String sql = "explain (costs off) select 1 from " + Quotes.STANDARD.name(table.name()) + " where " + text.sql()
                + " like '%abc%'";
        try (ResultSet plan = statement.executeQuery(sql)) {
            while (plan.next()) {
                String line = plan.getString(1).strip();
                if (line.startsWith("Index Cond:") && line.contains("~~")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As the planner estimates it; a view has none. */
    private static long rows(Connection connection, TableMetadata table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select reltuples::bigint from pg_class where oid = ?::regclass")) {
            statement.setString(1, Quotes.STANDARD.name(table.name()));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Sorted in at once (fastupdate), or searches after additions are slow; more statistics, or frequent words are. */
    private static String making(TableMetadata table, SearchText text) {
        TableName name = table.name();
        TableName index = new TableName(name.catalog(), name.schema(), name.name() + "_search");
        String quoted = Quotes.STANDARD.name(name);
        return "create extension if not exists pg_trgm; create index " + Quotes.STANDARD.name(index.name()) + " on "
                + quoted + " using gin (" + text.sql() + " gin_trgm_ops) with (fastupdate = off); alter index "
                + Quotes.STANDARD.name(index) + " alter column 1 set statistics 1000; analyze " + quoted + ";";
    }
}
