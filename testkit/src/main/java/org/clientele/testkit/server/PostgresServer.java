package org.clientele.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL with one empty database, UTF-8, and a user who may do everything in it. */
public final class PostgresServer extends LocalServer {
    public static final String DATABASE = "clientele";
    public static final String USER = "clientele";
    /** Any password is accepted. */
    public static final String PASSWORD = "clientele";

    private final Path programs;

    private PostgresServer() throws IOException {
        super("postgresql");
        this.programs = programs();
    }

    /** Makes a new server and starts it. */
    public static PostgresServer started() throws IOException {
        PostgresServer server = new PostgresServer();
        server.install();
        server.start();
        server.run(server.program(
                "createdb", "--host=" + server.host(), "--port=" + server.port(), "--username=" + USER, DATABASE));
        return server;
    }

    /** The JDBC URL of the database. */
    public String url() {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + DATABASE;
    }

    private void install() throws IOException {
        if (isRoot()) {
            run(List.of("chown", "postgres", directory().toString()));
        }
        run(program(
                "initdb",
                "--pgdata=" + data(),
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync"));
    }

    @Override
    List<String> command() {
        return program(
                "postgres",
                "-D",
                data(),
                "-p",
                Integer.toString(port()),
                "-c",
                "listen_addresses=" + host(),
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
    }

    @Override
    boolean answers() {
        return succeeds(program("pg_isready", "--host=" + host(), "--port=" + port(), "--quiet"));
    }

    /** The fast shutdown: TERM waits for every client. */
    @Override
    String stopSignal() {
        return "INT";
    }

    private String data() {
        return directory().resolve("data").toString();
    }

    /** PostgreSQL refuses to run as root. */
    private List<String> program(String name, String... arguments) {
        List<String> user =
                isRoot() ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") : List.of();
        return Stream.of(user, List.of(programs.resolve(name).toString()), Arrays.asList(arguments))
                .flatMap(List::stream)
                .toList();
    }

    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("PostgreSQL is not installed"))
                    .resolve("bin");
        }
    }
}
