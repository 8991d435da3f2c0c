package org.clientele.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import org.clientele.testkit.server.LocalServer;

/** A database server with any number of empty databases. */
abstract class DatabaseServer implements AutoCloseable {

    /** The same for both servers of the test kit. */
    private static final String CREDENTIALS = "clientele";

    private final LocalServer server;
    private final UnaryOperator<String> url;
    private int databases;

    /**
     * @param server a running server
     * @param url the JDBC URL of a database by its name
     */
    DatabaseServer(LocalServer server, UnaryOperator<String> url) {
        this.server = server;
        this.url = url;
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
        try (Connection connection = DriverManager.getConnection(url.apply(CREDENTIALS), CREDENTIALS, CREDENTIALS);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new StoreOnDatabase(url.apply(name), CREDENTIALS, CREDENTIALS);
    }

    @Override
    public final void close() throws IOException {
        server.close();
    }
}
