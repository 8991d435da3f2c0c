package org.clientele.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.testkit.server.OpenLdapServer;
import org.clientele.testkit.server.TestCa;

/**
 * OpenLDAP that serves nobody without TLS, and what an operator puts into {@code etc} to read from it: the certificate of the
 * CA, the password, and a file for each source. One unit of its tree is read with StartTLS, one through the port of LDAPS.
 */
final class SecurePeople implements AutoCloseable {
    static final String PASSWORD = "tls-secret-3e77";

    private static final Path ETC = Path.of(System.getProperty("karaf.etc"));
    private static final Path CA = ETC.resolve("its-ldap-ca.pem");
    private static final Path SECRET = ETC.resolve("its-ldap-password");
    private static final String READER = "cn=reader," + OpenLdapServer.BASE;

    private final OpenLdapServer server;

    /** The ways to the server. */
    enum Way {
        STARTTLS,
        LDAPS;

        /** Somebody who is read this way. */
        String login(int number) {
            return "tls-" + unit() + "-ünal-" + number;
        }

        private String unit() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    SecurePeople(int peopleOfEach) throws IOException, GeneralSecurityException {
        TestCa ca = new TestCa("CN=Its CA,O=O'Brien");
        ca.savePem(CA);
        Files.writeString(SECRET, PASSWORD);
        server = OpenLdapServer.startedWithTls(
                ca.issue("CN=its server", "127.0.0.1"),
                entries(peopleOfEach),
                "security ssf=128",
                "access to * by dn.exact=\"" + READER + "\" read by anonymous auth by * none");
    }

    /** The keys of a source, as the guide writes them. */
    Map<String, String> configuration(Way way) {
        Map<String, String> keys = new TreeMap<>(Map.of(
                "sourceId",
                "its-" + way.unit(),
                "trustStore",
                "${karaf.etc}/" + CA.getFileName(),
                "userDn",
                READER,
                "userPw",
                "$[secret:" + SECRET.getFileName() + "]",
                "baseDn",
                "ou=" + way.unit() + "," + OpenLdapServer.BASE,
                "scope",
                "sub",
                "alwaysFilter",
                "(objectClass=inetOrgPerson)"));
        if (way == Way.LDAPS) {
            keys.put("host", "ldaps://127.0.0.1:" + server.ldapsPort());
        } else {
            keys.put("host", "127.0.0.1:" + server.port());
            keys.put("tls", "starttls");
        }
        return keys;
    }

    /** The same for ConfigAdmin, where nobody looks for variables such as that of the folder. */
    Map<String, String> resolved(Way way) {
        Map<String, String> keys = new TreeMap<>(configuration(way));
        keys.put("trustStore", CA.toString());
        return keys;
    }

    /** Writes the file of a source. */
    static Path write(Path folder, String slot, Map<String, String> keys) throws IOException {
        List<String> lines = keys.entrySet().stream()
                .map(key -> key.getKey() + " = " + key.getValue())
                .toList();
        return Files.write(folder.resolve(KarafTest.LDAP + "-" + slot + ".cfg"), lines, StandardCharsets.UTF_8);
    }

    /** The same in JSON, where the folder has another name. */
    static Path writeJson(Path folder, String slot, Map<String, String> keys) throws IOException {
        String text = keys.entrySet().stream()
                .map(key -> "\"" + key.getKey() + "\": \"" + key.getValue().replace("${karaf.etc}", "$[prop:karaf.etc]")
                        + "\"")
                .collect(Collectors.joining(",\n", "{", "}"));
        return Files.writeString(folder.resolve(KarafTest.LDAP + "~" + slot + ".cfg.json"), text);
    }

    static Path etc() {
        return ETC;
    }

    /** How many connections from here to the server are open. */
    int connections(Footprint footprint) {
        return footprint.connectionsTo(server.port()) + footprint.connectionsTo(server.ldapsPort());
    }

    /** Lets the server take connections and say nothing. */
    void suspend() throws IOException {
        server.suspend();
    }

    void resume() throws IOException {
        server.resume();
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.delete(CA);
        Files.delete(SECRET);
    }

    private static Stream<String> entries(int peopleOfEach) {
        String reader = "dn: " + READER + "\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\n"
                + "cn: reader\nuserPassword: " + PASSWORD;
        return Stream.concat(Stream.of(reader), Stream.of(Way.values()).flatMap(way -> unit(way, peopleOfEach)));
    }

    private static Stream<String> unit(Way way, int people) {
        String unit = "ou=" + way.unit() + "," + OpenLdapServer.BASE;
        String entry = "dn: " + unit + "\nobjectClass: organizationalUnit\nou: " + way.unit();
        return Stream.concat(
                Stream.of(entry), Stream.iterate(0, i -> i < people, i -> i + 1).map(i -> person(way, i, unit)));
    }

    private static String person(Way way, int number, String unit) {
        return """
                dn: cn=%d,%s
                objectClass: inetOrgPerson
                cn: %d
                uid: %s
                givenName: Ann
                sn: Secure
                mail: %s-%d@secure.example.org
                """.formatted(number, unit, number, way.login(number), way.unit(), number);
    }
}
