package org.clientele.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL with one empty database, UTF-8, and a user who may do everything; any password is accepted. */
public final class PostgresServer extends DatabaseServer {
    private final Path programs;
    private final List<String> order;
    private final List<String> settings;

    private PostgresServer(List<String> order, List<String> settings) throws IOException {
        super("postgresql");
        this.programs = programs();
        this.order = order;
        this.settings = settings;
    }

    /**
     * Makes a new server and starts it; it orders texts by code point.
     *
     * @param settings parameters other than the defaults, for example {@code shared_buffers=1GB}; {@code fsync} is off
     *     unless one says otherwise
     */
    public static PostgresServer started(String... settings) throws IOException {
        return started(new PostgresServer(List.of(), List.of(settings)));
    }

    /** The same, but it orders texts as a dictionary does, so that a statement that names no collation shows. */
    public static PostgresServer startedWithDictionaryOrder(String... settings) throws IOException {
        return started(new PostgresServer(List.of("--locale-provider=icu", "--icu-locale=en-US"), List.of(settings)));
    }

    private static PostgresServer started(PostgresServer server) throws IOException {
        server.install();
        server.start();
        server.run(server.program(
                "createdb", "--host=" + server.host(), "--port=" + server.port(), "--username=" + USER, DATABASE));
        return server;
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
    }

    private void install() throws IOException {
        if (isRoot()) {
            run(List.of("chown", "postgres", directory().toString()));
        }
        Stream<String> fixed = Stream.of(
                "--pgdata=" + data(),
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        run(program("initdb", Stream.concat(fixed, order.stream()).toArray(String[]::new)));
    }

    @Override
    List<String> command() {
        Stream<String> fixed = Stream.of("listen_addresses=" + host(), "unix_socket_directories=", "fsync=off");
        Stream<String> parameters = Stream.concat(fixed, settings.stream()).flatMap(each -> Stream.of("-c", each));
        Stream<String> place = Stream.of("-D", data(), "-p", Integer.toString(port()));
        return program("postgres", Stream.concat(place, parameters).toArray(String[]::new));
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
