package org.clientele.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** MariaDB with its own defaults, latin1 among them, so that a table that relies on them shows. */
final class MariadbServer extends DatabaseServer {

    MariadbServer() throws IOException, InterruptedException {
        super("mysql");
    }

    @Override
    List<String> initialise(Path home) {
        return List.of(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + home.resolve("data"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db");
    }

    @Override
    List<String> serve(Path home, int onPort) {
        return List.of(
                "mariadbd",
                "--no-defaults",
                "--datadir=" + home.resolve("data"),
                "--port=" + onPort,
                "--bind-address=127.0.0.1",
                "--socket=" + home.resolve("socket"),
                "--pid-file=" + home.resolve("pid"),
                "--innodb-flush-log-at-trx-commit=0");
    }

    @Override
    String url(int onPort, String database) {
        return "jdbc:mariadb://127.0.0.1:" + onPort + "/" + database;
    }

    @Override
    String firstDatabase() {
        return "mysql";
    }
}
