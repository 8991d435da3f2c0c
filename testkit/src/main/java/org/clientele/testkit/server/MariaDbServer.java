package org.clientele.testkit.server;

import java.io.IOException;
import java.util.List;

/** MariaDB with one empty database, utf8mb4, and a user who may do everything in it. */
public final class MariaDbServer extends LocalServer {
    public static final String DATABASE = "clientele";
    public static final String USER = "clientele";
    public static final String PASSWORD = "clientele";

    private MariaDbServer() throws IOException {
        super("mariadb");
    }

    /** Makes a new server and starts it. */
    public static MariaDbServer started() throws IOException {
        MariaDbServer server = new MariaDbServer();
        server.install();
        server.start();
        server.sql("CREATE DATABASE " + DATABASE + " CHARACTER SET utf8mb4");
        server.sql("CREATE USER " + USER + "@'%' IDENTIFIED BY '" + PASSWORD + "'");
        server.sql("GRANT ALL ON *.* TO " + USER + "@'%'");
        return server;
    }

    /** The JDBC URL of the database. */
    public String url() {
        return "jdbc:mariadb://" + host() + ":" + port() + "/" + DATABASE;
    }

    private void install() throws IOException {
        if (isRoot()) {
            run(List.of("chown", "mysql", directory().toString()));
        }
        run(List.of(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data(),
                "--user=" + owner(),
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
    }

    private void sql(String statement) throws IOException {
        run(List.of("mariadb", "--no-defaults", "--socket=" + socket(), "--user=root", "--execute=" + statement));
    }

    @Override
    List<String> command() {
        return List.of(
                "/usr/sbin/mariadbd",
                "--no-defaults",
                "--datadir=" + data(),
                "--user=" + owner(),
                "--port=" + port(),
                "--bind-address=" + host(),
                "--socket=" + socket(),
                "--pid-file=" + directory().resolve("pid"),
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--innodb-flush-log-at-trx-commit=2");
    }

    @Override
    boolean answers() {
        return succeeds(List.of("mariadb-admin", "--no-defaults", "--socket=" + socket(), "--user=root", "ping"));
    }

    private static String owner() {
        return isRoot() ? "mysql" : System.getProperty("user.name", "mysql");
    }

    private String data() {
        return directory().resolve("data").toString();
    }

    private String socket() {
        return directory().resolve("socket").toString();
    }
}
