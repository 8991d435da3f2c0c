package org.clientele.backend.ldap;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.testkit.server.FreePort;
import org.clientele.testkit.server.TestCa;

/**
 * Debian's 389 Directory Server in a folder of its own, on free ports of the loopback interface, with TLS. Its configuration
 * is made of the template of its package, as {@code dscreate} makes it, which itself wants folders of the system.
 */
final class Ds389Directory implements TestDirectory {
    private static final String LOCALHOST = "127.0.0.1";

    private static final Path TEMPLATE = Path.of("/usr/share/dirsrv/data/template-dse.ldif");
    /** Which lets no other letters than those of English into logins and addresses. */
    private static final Pattern SEVEN_BITS =
            Pattern.compile("(cn: 7-bit check\n.*?nsslapd-pluginenabled: )on", Pattern.DOTALL);

    /** The server adds this by itself, but has it from its second start on. */
    private static final List<String> ENTRY_UUID = List.of(
            "dn: cn=entryuuid,cn=plugins,cn=config",
            "objectClass: nsSlapdPlugin",
            "cn: entryuuid",
            "nsslapd-pluginPath: libentryuuid-plugin",
            "nsslapd-pluginInitfunc: entryuuid_plugin_init",
            "nsslapd-pluginType: betxnpreoperation",
            "nsslapd-pluginEnabled: on",
            "");

    private static final Pattern PLACE = Pattern.compile("%(\\w+)%");

    private final Path home = Files.createTempDirectory("clientele-389ds");
    private final int port = FreePort.next();
    private final int ldapsPort = FreePort.next();
    private Optional<Process> process = Optional.empty();

    Ds389Directory() throws Exception {
        Files.writeString(home.resolve("dse.ldif"), configuration());
        Files.writeString(home.resolve("schema/99user.ldif"), "dn: cn=schema\n");
        saveCertificate();
        try {
            start();
            createDatabase();
            limit(0);
        } catch (Exception | Error e) {
            process.ifPresent(Process::destroyForcibly);
            throw e;
        }
    }

    @Override
    public int port() {
        return port;
    }

    int ldapsPort() {
        return ldapsPort;
    }

    /** The certificate of the CA that has signed that of the server. */
    Path trust() {
        return home.resolve("ca.pem");
    }

    /** What was asked, as the server writes it down. */
    String accessLog() throws IOException {
        return Files.readString(home.resolve("log/access"));
    }

    /** A connection that may do everything. */
    LDAPConnection administrator() throws LDAPException {
        return new LDAPConnection(LOCALHOST, port, ADMIN, ADMIN_PASSWORD);
    }

    /** Looks through so many entries at most for who is not the administrator. */
    void lookThrough(int entries) throws LDAPException {
        set("cn=config,cn=ldbm database,cn=plugins,cn=config", "nsslapd-lookthroughlimit", Integer.toString(entries));
    }

    /** @param target which attributes of what is below the base */
    void letEverybodyRead(String target) throws LDAPException {
        set(BASE, "aci", everybodyMayRead(target));
    }

    private static String everybodyMayRead(String target) {
        return "(" + target
                + ")(version 3.0; acl \"everybody\"; allow (read, search, compare) userdn = \"ldap:///anyone\";)";
    }

    private void set(String entry, String attribute, String value) throws LDAPException {
        try (LDAPConnection connection = administrator()) {
            connection.modify(entry, new Modification(ModificationType.REPLACE, attribute, value));
        }
    }

    @Override
    public void start() throws IOException {
        Path log = home.resolve("out");
        process = Optional.of(new ProcessBuilder(
                        "/usr/sbin/ns-slapd",
                        "-D",
                        home.toString(),
                        "-i",
                        home.resolve("pid").toString(),
                        "-d",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(this::answers);
    }

    @Override
    public void stop() throws InterruptedException {
        Process running = process.orElseThrow();
        running.destroy();
        if (!running.waitFor(30, TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
        }
    }

    @Override
    public void kill() throws InterruptedException {
        process.orElseThrow().destroyForcibly().waitFor();
    }

    @Override
    public void limit(int entries) throws Exception {
        set("cn=config", "nsslapd-sizelimit", entries == 0 ? "-1" : Integer.toString(entries));
    }

    @Override
    public void load(List<Entry> entries) throws Exception {
        try (LDAPConnection connection = administrator()) {
            TestDirectory.replaceAll(connection, entries);
        }
    }

    @Override
    public void close() throws Exception {
        stop();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private boolean answers() throws IOException {
        if (!process.orElseThrow().isAlive()) {
            throw new IllegalStateException("ns-slapd ended: " + Files.readString(home.resolve("out"))
                    + Files.readString(home.resolve("log/errors")));
        }
        try (LDAPConnection connection = administrator()) {
            return connection.isConnected();
        } catch (LDAPException e) {
            return false;
        }
    }

    /** Before a password in clear text the server wants to know its scheme. */
    private String configuration() throws Exception {
        String ours = String.join(
                "\n",
                "nsslapd-listenhost: " + LOCALHOST,
                "nsslapd-securelistenhost: " + LOCALHOST,
                "nsslapd-security: on",
                "nsslapd-securePort: " + ldapsPort,
                "nsslapd-accesslog-logbuffering: off",
                "nsslapd-rootpwstoragescheme: CLEAR",
                "nsslapd-rootdn:");
        String configuration = PLACE.matcher(Files.readString(TEMPLATE))
                .replaceAll(place -> Matcher.quoteReplacement(filled(place.group(1))));
        configuration += String.join("\n", ENTRY_UUID);
        return SEVEN_BITS
                .matcher(configuration.replaceFirst("nsslapd-rootdn:", ours))
                .replaceFirst("$1off")
                .replace("Server-Cert", "key");
    }

    private String filled(String place) {
        return switch (place) {
            case "fqdn" -> LOCALHOST;
            case "ds_port" -> Integer.toString(port);
            case "ds_user" -> System.getProperty("user.name");
            case "rootdn" -> ADMIN;
            case "ds_passwd" -> "{CLEAR}" + ADMIN_PASSWORD;
            case "ds_suffix" -> BASE;
            case "db_lib" -> "bdb";
            case "ldapi_enabled", "ldapi_autobind" -> "off";
            default -> folder(place.replace("_dir", ""));
        };
    }

    private String folder(String name) {
        try {
            return Files.createDirectories(home.resolve(name)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createDatabase() throws Exception {
        String[] database = {
            "dn: cn=userRoot,cn=ldbm database,cn=plugins,cn=config",
            "objectClass: extensibleObject",
            "objectClass: nsBackendInstance",
            "cn: userRoot",
            "nsslapd-suffix: " + BASE
        };
        String[] suffix = {
            "dn: cn=\"" + BASE + "\",cn=mapping tree,cn=config",
            "objectClass: extensibleObject",
            "objectClass: nsMappingTree",
            "cn: " + BASE,
            "nsslapd-state: backend",
            "nsslapd-backend: userRoot"
        };
        String[] base = {
            "dn: " + BASE,
            "objectClass: domain",
            "dc: example",
            "aci: " + everybodyMayRead("targetattr != \"userPassword || aci\"")
        };
        try (LDAPConnection connection = administrator()) {
            connection.add(database);
            connection.add(suffix);
            connection.add(base);
        }
    }

    private void saveCertificate() throws Exception {
        TestCa ca = new TestCa("CN=CA of 389");
        ca.savePem(trust());
        Path server = TestCa.save(ca.issue("CN=server", LOCALHOST).store("x"), home.resolve("server.p12"), "x");
        run("certutil", "-N", "-d", folder("cert"), "--empty-password");
        run("pk12util", "-i", server.toString(), "-d", folder("cert"), "-W", "x", "-K", "");
    }

    private void run(String... command) throws Exception {
        Path log = home.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command[0] + ": " + Files.readString(log));
        }
    }
}
