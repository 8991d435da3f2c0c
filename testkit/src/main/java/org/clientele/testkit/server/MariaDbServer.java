package org.clientele.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** MariaDB with one empty database, utf8mb4, and a user who may do everything. */
public final class MariaDbServer extends DatabaseServer {
    private final List<String> options;

    private MariaDbServer(List<String> options) throws IOException {
        super("mariadb");
        this.options = options;
    }

    /**
     * Makes a new server and starts it.
     *
     * @param options options of the server other than the defaults, for example {@code --userstat=1}; they win over what
     *     is set here
     */
    public static MariaDbServer started(String... options) throws IOException {
        MariaDbServer server = new MariaDbServer(List.of(options));
        server.install();
        server.start();
        server.sql("CREATE DATABASE " + DATABASE + " CHARACTER SET utf8mb4");
        server.sql("CREATE USER " + USER + "@'%' IDENTIFIED BY '" + PASSWORD + "'");
        server.sql("GRANT ALL ON *.* TO " + USER + "@'%'");
        return server;
    }

    @Override
    public String url(String database) {
        return "jdbc:mariadb://" + host() + ":" + port() + "/" + database;
    }

    private void install() throws IOException {
        Files.createDirectory(temporary());
        if (isRoot()) {
            run(List.of("chown", "mysql", directory().toString(), temporary().toString()));
        }
        run(onThisData("mariadb-install-db", Stream.of("--auth-root-authentication-method=normal", "--skip-test-db")));
    }

    private void sql(String statement) throws IOException {
        run(List.of("mariadb", "--no-defaults", "--socket=" + socket(), "--user=root", "--execute=" + statement));
    }

    @Override
    List<String> command() {
        Stream<String> fixed = Stream.of(
                "--port=" + port(),
                "--bind-address=" + host(),
                "--socket=" + socket(),
                "--pid-file=" + directory().resolve("pid"),
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--innodb-flush-log-at-trx-commit=2");
        return onThisData("/usr/sbin/mariadbd", Stream.concat(fixed, options.stream()));
    }

    @Override
    boolean answers() {
        return succeeds(List.of("mariadb-admin", "--no-defaults", "--socket=" + socket(), "--user=root", "ping"));
    }

    /** The installer runs a server, too: both need the same files, and a directory for temporary ones that no other has. */
    private List<String> onThisData(String program, Stream<String> arguments) {
        // Each server that starts removes the temporary tables that it finds, in a shared directory those of others.
        Stream<String> files = Stream.of(
                program,
                "--no-defaults",
                "--datadir=" + data(),
                "--tmpdir=" + temporary(),
                "--user=" + (isRoot() ? "mysql" : System.getProperty("user.name")),
                "--innodb-flush-method=nosync");
        return Stream.concat(files, arguments).toList();
    }

    private Path temporary() {
        return directory().resolve("tmp");
    }

    private Path data() {
        return directory().resolve("data");
    }

    private Path socket() {
        return directory().resolve("socket");
    }
}
