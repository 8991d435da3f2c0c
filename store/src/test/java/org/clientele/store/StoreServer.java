package org.clientele.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.clientele.testkit.server.DatabaseServer;

/** A database server that gives each store a database of its own. */
abstract class StoreServer implements AutoCloseable {

    private final DatabaseServer server;
    private int databases;

    StoreServer(DatabaseServer server) {
        this.server = server;
    }

    final void start() throws IOException {
        server.start();
    }

    /** As {@code kill -9} would. */
    final void kill() throws IOException {
        server.kill();
    }

    /** A store on a new, empty database. */
    final StoreOnDatabase emptyDatabase() throws SQLException {
        String name = "clientele" + ++databases;
        try (Connection connection =
                        DriverManager.getConnection(server.url(), DatabaseServer.USER, DatabaseServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new StoreOnDatabase(server.url(name), DatabaseServer.USER, DatabaseServer.PASSWORD);
    }

    @Override
    public final void close() throws IOException {
        server.close();
    }
}
