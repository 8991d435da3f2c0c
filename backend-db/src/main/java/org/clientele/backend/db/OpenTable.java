package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.persistence.spi.PersistenceProvider;
import javax.sql.DataSource;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.SourceDescription;

/** A table that was reached and checked: everything that works on it. */
final class OpenTable implements AutoCloseable {
    private final DataSource dataSource;
    private final TableMetadata metadata;
    private final TableSession session;
    private final TableReader reader;
    private final TableWriter writer;
    private final CustomerUserMover mover;
    private final TableAuthentication authentication;
    private volatile boolean closed;

    OpenTable(PersistenceProvider provider, DataSource dataSource, TableMetadata metadata, TableSettings settings) {
        this.dataSource = dataSource;
        this.metadata = metadata;
        this.session = new TableSession(provider, dataSource, metadata, settings);
        this.reader = new TableReader(settings, metadata, session);
        PasswordHash hash = new PasswordHash(settings.passwords().format());
        this.writer = new TableWriter(settings, metadata, session, hash);
        this.mover = new CustomerUserMover(settings, metadata, session, reader);
        this.authentication = new TableAuthentication(settings, metadata, session, hash);
    }

    /**
     * The table as the database describes it now, empty if it is not there.
     *
     * @throws UnknownDatabaseException if neither the configuration nor the driver names a kind of database that is known
     */
    static Optional<TableMetadata> describe(DataSource dataSource, TableSettings settings) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return describe(connection, settings);
        }
    }

    /** The same on a connection that is open already. */
    static Optional<TableMetadata> describe(Connection connection, TableSettings settings) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        DatabaseFamily family = settings.access()
                .family()
                .or(() -> DatabaseFamily.ofProduct(product))
                .orElseThrow(() -> new UnknownDatabaseException(product));
        Optional<TableMetadata> table =
                TableMetadata.read(connection, family, settings.table(), settings.caseSensitive());
        return table.isEmpty()
                ? table
                : Optional.of(table.get().with(SearchIndex.of(connection, settings, table.get())));
    }

    DataSource dataSource() {
        return dataSource;
    }

    TableMetadata metadata() {
        return metadata;
    }

    TableReader reader() {
        return reader;
    }

    TableWriter writer() {
        return writer;
    }

    /** For tables of customer users. */
    CustomerUserMover mover() {
        return mover;
    }

    TableAuthentication authentication() {
        return authentication;
    }

    /** The description with what the columns take. */
    SourceDescription describe(SourceDescription description) {
        return description.withFields(
                description.fields().stream().map(this::limited).toList());
    }

    /** A password is hashed: how long the hash is does not concern whoever writes it. */
    private Field limited(Field field) {
        Column column = metadata.required(field.storage());
        return Fields.isPassword(field) ? field : field.withLimits(column.size(), column.range());
    }

    /** Whether a call that failed on this may do better on the table that took its place. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        session.close();
    }

    /** The driver names a database that is none of those that are known. */
    static final class UnknownDatabaseException extends SQLException {
        private static final long serialVersionUID = 1L;

        UnknownDatabaseException(String product) {
            super("'" + product + "' is no kind of database that is known");
        }
    }
}
