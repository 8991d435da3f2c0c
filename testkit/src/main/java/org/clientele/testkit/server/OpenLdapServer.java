package org.clientele.testkit.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** OpenLDAP with the usual schemas, the entry {@link #BASE} and nothing below it. */
public final class OpenLdapServer extends LocalServer {
    public static final String BASE = "dc=example,dc=com";
    public static final String ADMINISTRATOR = "cn=admin," + BASE;
    public static final String PASSWORD = "secret";

    private static final String ROOT =
            "dn: " + BASE + "\nobjectClass: dcObject\nobjectClass: organization\ndc: example\no: Example\n";
    private static final String SCHEMAS = "/etc/ldap/schema/";

    private final Optional<Integer> ldapsPort;

    private OpenLdapServer(boolean tls) throws IOException {
        super("openldap");
        ldapsPort = tls ? Optional.of(FreePort.next()) : Optional.empty();
    }

    /**
     * Makes a new server and starts it.
     *
     * @param settings further lines of the configuration of its one database, for example {@code sizelimit 500}
     */
    public static OpenLdapServer started(String... settings) throws IOException {
        return startedWith(Stream.empty(), settings);
    }

    /**
     * The same with entries that are there from the start, which is the quick way to have many.
     *
     * @param entries one LDIF record each, without {@link #BASE} itself, each behind what it is below of
     */
    public static OpenLdapServer startedWith(Stream<String> entries, String... settings) throws IOException {
        return started(new OpenLdapServer(false), "", entries, settings);
    }

    /**
     * The same with TLS: with StartTLS at its port, and at {@link #ldapsPort} from the first byte on.
     *
     * @param certificate what it shows
     */
    public static OpenLdapServer startedWithTls(TestCa.Issued certificate, Stream<String> entries, String... settings)
            throws IOException, GeneralSecurityException {
        OpenLdapServer server = new OpenLdapServer(true);
        Path shown = server.directory().resolve("certificate.pem");
        Path key = server.directory().resolve("key.pem");
        certificate.savePem(shown, key);
        return started(server, "TLSCertificateFile " + shown + "\nTLSCertificateKeyFile " + key, entries, settings);
    }

    private static OpenLdapServer started(
            OpenLdapServer server, String ofAllDatabases, Stream<String> entries, String... settings)
            throws IOException {
        server.configure(ofAllDatabases, List.of(settings));
        server.fill(Stream.concat(Stream.of(ROOT), entries));
        server.start();
        return server;
    }

    /** Adds the entries of an LDIF text. */
    public void add(String ldif) throws IOException {
        Path file = Files.writeString(Files.createTempFile(directory(), "add", ".ldif"), ldif, StandardCharsets.UTF_8);
        run(List.of("ldapadd", "-x", "-H", url(), "-D", ADMINISTRATOR, "-w", PASSWORD, "-f", file.toString()));
    }

    /** The server's address, for example {@code ldap://127.0.0.1:4711}. */
    public String url() {
        return "ldap://" + host() + ":" + port();
    }

    /**
     * Where it speaks TLS from the first byte on.
     *
     * @throws java.util.NoSuchElementException if it has no TLS
     */
    public int ldapsPort() {
        return ldapsPort.orElseThrow();
    }

    private void configure(String ofAllDatabases, List<String> settings) throws IOException {
        Files.createDirectory(directory().resolve("data"));
        String text = """
                include %1$score.schema
                include %1$scosine.schema
                include %1$sinetorgperson.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                pidfile %2$s/pid
                %7$s
                database mdb
                maxsize 1073741824
                suffix "%3$s"
                rootdn "%4$s"
                rootpw %5$s
                directory %2$s/data
                dbnosync
                index objectClass eq
                index uid,mail eq,sub
                %6$s
                """.formatted(
                SCHEMAS, directory(), BASE, ADMINISTRATOR, PASSWORD, String.join("\n", settings), ofAllDatabases);
        Files.writeString(configuration(), text);
    }

    private void fill(Stream<String> entries) throws IOException {
        Path file = Files.createTempFile(directory(), "fill", ".ldif");
        Files.write(file, (Iterable<String>) entries.map(entry -> entry.strip() + "\n")::iterator);
        run(List.of("/usr/sbin/slapadd", "-q", "-f", configuration().toString(), "-l", file.toString()));
        Files.delete(file);
    }

    private Path configuration() {
        return directory().resolve("slapd.conf");
    }

    @Override
    List<String> command() {
        // A debug level, even 0, keeps it in the foreground.
        return List.of("/usr/sbin/slapd", "-d", "0", "-f", configuration().toString(), "-h", addresses());
    }

    private String addresses() {
        return url() + "/"
                + ldapsPort.map(port -> " ldaps://" + host() + ":" + port + "/").orElse("");
    }

    @Override
    boolean answers() {
        return acceptsConnections();
    }
}
