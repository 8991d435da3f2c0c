package org.clientele.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL 15, ordering by ICU rules, so that a missing collation shows. */
final class PostgresqlServer extends DatabaseServer {

    private static final String PROGRAMS = "/usr/lib/postgresql/15/bin/";

    PostgresqlServer() throws IOException, InterruptedException {
        super("postgres");
    }

    @Override
    List<String> initialise(Path home) {
        return List.of(
                PROGRAMS + "initdb",
                "--pgdata=" + home.resolve("data"),
                "--username=root",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=en-US",
                "--no-sync");
    }

    @Override
    List<String> serve(Path home, int onPort) {
        return List.of(
                PROGRAMS + "postgres",
                "-D",
                home.resolve("data").toString(),
                "-p",
                Integer.toString(onPort),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
    }

    @Override
    String url(int onPort, String database) {
        return "jdbc:postgresql://127.0.0.1:" + onPort + "/" + database;
    }

    @Override
    String firstDatabase() {
        return "postgres";
    }
}
