package org.clientele.backend.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import javax.sql.DataSource;

/** A database behind a small pool, as in a container. */
final class PooledDatabase extends WrappedDatabase implements AutoCloseable {
    static final int CONNECTIONS = 3;

    private final HikariDataSource pool;

    PooledDatabase(TestDatabase database) {
        this(database, CONNECTIONS);
    }

    PooledDatabase(TestDatabase database, int connections) {
        super(database);
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(1000);
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
    }

    HikariPoolMXBean pool() {
        return pool.getHikariPoolMXBean();
    }

    @Override
    public DataSource unpooled() {
        return database.unpooled();
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
