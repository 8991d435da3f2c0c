package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom integer audit columns name: where they refer to a table of users, it has to have this one. */
final class AuditUser {
    private static final Logger LOG = LoggerFactory.getLogger(AuditUser.class);
    private static final List<String> COLUMNS = List.of("create_by", "change_by");

    private final TableSettings settings;
    private final TableMetadata table;

    AuditUser(TableSettings settings, TableMetadata table) {
        this.settings = settings;
        this.table = table;
    }

    /** A finding if the audit columns refer to a table that can be read and does not have the user. */
    Optional<Finding> finding(DataSource dataSource) throws SQLException {
        if (!isWritten()) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection()) {
            for (Reference reference : references(connection)) {
                if (isMissing(connection, reference)) {
                    return Optional.of(Finding.warning(
                            "auditUserId",
                            "is " + settings.auditUser() + ", but "
                                    + reference.table().name() + ", to which "
                                    + reference.from() + " refers, has no such " + reference.column()
                                    + ": records cannot be written; write the number of a user that is there"));
                }
            }
        }
        return Optional.empty();
    }

    /** Throws what the fault means if the database does not know the user. */
    void explain(Exception fault) throws SourceUnavailableException {
        if (isWritten() && Faults.isDangling(fault) && COLUMNS.stream().anyMatch(Faults.words(fault)::contains)) {
            throw new SourceUnavailableException(
                    Reason.MISCONFIGURED,
                    "The database of " + settings.description().slot() + " knows no user " + settings.auditUser()
                            + ", so that nothing can be written; set auditUserId to the number of one that it knows",
                    fault);
        }
    }

    private boolean isWritten() {
        boolean numbers = COLUMNS.stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(column -> column.kind() != ColumnKind.TEXT);
        return numbers && !settings.foreign() && !settings.description().rules().readOnly();
    }

    private List<Reference> references(Connection connection) throws SQLException {
        List<Reference> references = new ArrayList<>();
        try (ResultSet keys = table.name().foreignKeys(connection.getMetaData())) {
            while (keys.next()) {
                String from = keys.getString("FKCOLUMN_NAME");
                if (COLUMNS.stream().anyMatch(from::equalsIgnoreCase)) {
                    TableName to = new TableName(
                            keys.getString("PKTABLE_CAT"),
                            keys.getString("PKTABLE_SCHEM"),
                            keys.getString("PKTABLE_NAME"));
                    references.add(new Reference(from, to, keys.getString("PKCOLUMN_NAME")));
                }
            }
        }
        return references;
    }

    /** Every name in the statement comes from the database's own description. */
    private boolean isMissing(Connection connection, Reference reference) throws SQLException {
        Quotes quotes = Quotes.of(connection.getMetaData());
        String sql = "select 1 from " + quotes.name(reference.table()) + " where " + quotes.name(reference.column())
                + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, settings.auditUser());
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next();
            }
        } catch (SQLException e) {
            LOG.debug("The users may not be read, so that writing will show whether one is there", e);
            return false;
        }
    }

    /** That a column refers to a column of a table. */
    private record Reference(String from, TableName table, String column) {}
}
