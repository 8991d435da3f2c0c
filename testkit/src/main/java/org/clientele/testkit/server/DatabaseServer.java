package org.clientele.testkit.server;

import java.io.IOException;

/** A database server with one empty database and a user who may do everything, more databases included. */
public abstract class DatabaseServer extends LocalServer {
    /** The database that is there from the start. */
    public static final String DATABASE = "clientele";

    public static final String USER = "clientele";
    public static final String PASSWORD = "only-for-tests";

    DatabaseServer(String name) throws IOException {
        super(name);
    }

    /** The JDBC URL of the database that is there from the start. */
    public final String url() {
        return url(DATABASE);
    }

    /** The JDBC URL of another database of this server. */
    public abstract String url(String database);
}
