package org.clientele.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.clientele.store.OpenedStore;
import org.clientele.testkit.server.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL with the default tables, and the one pool that all ways of asking share. */
final class Database implements AutoCloseable {
    /** What the migration has an index of: see the store's changelog. */
    static final String SEARCH_TEXT =
            "lower(chr(31) || login || chr(31) || first_name || chr(31) || last_name || chr(31)"
                    + " || customer_id || chr(31)) collate \"C\"";

    private static final int CONNECTIONS = 20;
    private static final String[] LIKE_A_SERVER_OF_THIS_SIZE = {
        "fsync=on", "shared_buffers=1GB", "effective_cache_size=8GB", "work_mem=16MB", "max_wal_size=4GB"
    };

    private static final String SEARCH_INDEX = "create index customer_user_search on customer_user using gin (("
            + SEARCH_TEXT + ") gin_trgm_ops) with (fastupdate = off)";

    private final Optional<PostgresServer> server;
    private final String url;
    private final HikariDataSource pool;

    private Database(Optional<PostgresServer> server, String url) {
        this.server = server;
        this.url = url;
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(url);
        driver.setUser(PostgresServer.USER);
        driver.setPassword(PostgresServer.PASSWORD);
        pool = new HikariDataSource();
        pool.setDataSource(driver);
        pool.setMaximumPoolSize(CONNECTIONS);
    }

    /** A server that is there already, or one of its own, with migrated tables. */
    static Database open(Optional<String> url) throws IOException, SQLException, LiquibaseException {
        Database database = url.isPresent() ? new Database(Optional.empty(), url.get()) : onOwnServer();
        OpenedStore.migrate(database.pool);
        return database;
    }

    private static Database onOwnServer() throws IOException {
        PostgresServer server = PostgresServer.started(LIKE_A_SERVER_OF_THIS_SIZE);
        return new Database(Optional.of(server), server.url());
    }

    /** Where it is, for a program of its own. */
    String url() {
        return url;
    }

    DataSource pool() {
        return pool;
    }

    /** The table of customer users with the first {@code rows} people; what is in it already stays. */
    void fill(long rows) throws SQLException, IOException {
        long present = number("select count(*) from customer_user");
        try (Connection connection = pool.getConnection()) {
            Rows all = new Rows(connection);
            if (number("select count(*) from customer_company") == 0) {
                all.customers();
            }
            if (present < rows) {
                // sorting a million people into it one by one takes minutes
                all.execute("drop index customer_user_search");
                all.people("customer_user", present, rows - present);
                all.execute(SEARCH_INDEX);
                all.execute("alter index customer_user_search alter column 1 set statistics 1000");
                all.execute("vacuum analyze customer_user");
                all.execute("checkpoint");
            }
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        pool.close();
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
