package org.clientele.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets one node migrate at a time: a row that stays locked as long as the connection lives. When a node dies, the database
 * lets go of it at once, unlike Liquibase's own lock, which stays in its table until a person removes it.
 */
final class MigrationLock implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final int MOST_ATTEMPTS = 3;

    private final Connection connection;

    private MigrationLock(Connection connection) {
        this.connection = connection;
    }

    /** Waits a while for another node's migration, then gives up with an exception: the caller comes back later. */
    static MigrationLock take(DataSource dataSource) throws SQLException {
        MigrationLock lock = new MigrationLock(dataSource.getConnection());
        boolean taken = false;
        try {
            lock.connection.setAutoCommit(true);
            makeRow(lock.connection);
            lock.connection.setAutoCommit(false);
            lockRow(lock.connection);
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                lock.connection.close();
            }
        }
    }

    /** Nodes that make the row at the same moment disturb each other; one that lost finds it made the next time. */
    private static void makeRow(Connection connection) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists clientele_migration (id int not null primary key)");
                if (isEmpty(statement)) {
                    statement.execute("insert into clientele_migration (id) values (1)");
                }
                return;
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select id from clientele_migration")) {
            return !rows.next();
        }
    }

    private static void lockRow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.execute("select id from clientele_migration where id = 1 for update");
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
