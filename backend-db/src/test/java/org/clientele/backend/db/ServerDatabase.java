package org.clientele.backend.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.clientele.testkit.server.DatabaseServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for each test class, on a server that can go and come back; the server is started for the first
 * class and ended with the test run.
 *
 * @param <S> the kind of the server
 */
abstract class ServerDatabase<S extends DatabaseServer> implements BeforeAllCallback, AfterAllCallback, TestDatabase {
    private static final int CONNECTIONS = 30;

    private S server;
    private String name;
    private PooledDatabase pool;

    @Override
    public final synchronized void beforeAll(ExtensionContext context) throws SQLException {
        if (server == null) {
            name = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
            server = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(ServerDatabase.class))
                    .getOrComputeIfAbsent(kind(), key -> start(), kind());
            create();
        }
    }

    @Override
    public final synchronized void afterAll(ExtensionContext context) {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    private S start() {
        try {
            return started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    /** The class of the server. */
    abstract Class<S> kind();

    /** Makes a server and starts it. */
    abstract S started() throws IOException;

    @Override
    public final String url() {
        return server.url(name);
    }

    @Override
    public final String user() {
        return DatabaseServer.USER;
    }

    @Override
    public final String password() {
        return DatabaseServer.PASSWORD;
    }

    /** One pool for all tests of the class: opening a connection costs more than most statements. */
    @Override
    public final synchronized DataSource dataSource() {
        if (pool == null) {
            pool = new PooledDatabase(this, CONNECTIONS);
        }
        return pool.dataSource();
    }

    /** Starts the server and waits until it answers. */
    final void up() throws IOException {
        server.start();
    }

    /** Stops the server; {@link #up} starts it again with the same data. */
    final void down() throws IOException {
        server.stop();
        forgetConnections();
    }

    /** Ends the server as if the machine had lost it. */
    final void kill() throws IOException {
        server.kill();
        forgetConnections();
    }

    /** A pool lends what it lent half a second before without a look at it; no other test is to get a dead one. */
    private synchronized void forgetConnections() {
        if (pool != null) {
            pool.pool().softEvictConnections();
        }
    }
}
