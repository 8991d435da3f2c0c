package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.TestStep;
import org.clientele.testkit.server.TestCa;
import org.clientele.testkit.server.TestCa.Issued;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS, client certificates and referrals with OpenLDAP: one server that has TLS, and one that has not. */
class OpenLdapTlsIT extends LdapSourceTest<OpenLdapDirectory> {
    private static final String THERE = "ou=there," + TestDirectory.BASE;
    private static final String SUBJECT = "CN=clientele,O=O'Brien";

    private Path files;
    private TestCa ca;
    private Path trust;
    private OpenLdapDirectory secure;

    @BeforeAll
    void startServers(@TempDir Path files) throws Exception {
        this.files = files;
        ca = new TestCa("CN=Test CA");
        trust = ca.savePem(files.resolve("ca.pem"));
        directory().load(Person.entries(Person.of(1, "plain")));
        secure = new OpenLdapDirectory(String.join(
                "\n",
                tls("server"),
                "TLSVerifyClient try",
                "access to * by dn.exact=\"cn=clientele,o=O'Brien\" read by * none"));
        secure.load(List.of(Person.of(2, "secure").entry(), reference()));
    }

    @AfterAll
    void stopServers() throws Exception {
        secure.close();
    }

    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory();
    }

    /** What says that a part is on the plain server. */
    private Entry reference() {
        Entry reference = new Entry(THERE);
        reference.addAttribute("objectClass", "referral", "extensibleObject");
        reference.addAttribute("ref", "ldap://127.0.0.1:" + directory().port() + "/" + TestDirectory.BASE);
        return reference;
    }

    private String tls(String name) throws Exception {
        return tls(name, ca.issue("CN=" + name, "127.0.0.1"));
    }

    private String tls(String name, Issued issued) throws Exception {
        Path certificate = files.resolve(name + ".pem");
        Path key = files.resolve(name + ".key");
        issued.savePem(certificate, key);
        return String.join(
                "\n",
                "TLSCACertificateFile " + trust,
                "TLSCertificateFile " + certificate,
                "TLSCertificateKeyFile " + key);
    }

    private LdapSource secure(String tls, String... more) {
        int port = tls.equals("ldaps") ? secure.ldapsPort() : secure.port();
        Map<String, String> configuration =
                new HashMap<>(Map.of("port", Integer.toString(port), "tls", tls, "trustStore", trust.toString()));
        for (int i = 0; i < more.length; i += 2) {
            configuration.put(more[i], more[i + 1]);
        }
        return source(configuration);
    }

    private static SourceUnavailableException failure(LdapSource source) {
        return catchThrowableOfType(SourceUnavailableException.class, () -> source.find("secure", soon()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "ldaps"})
    void anAccountSignsInWithTls(String tls) throws Exception {
        LdapSource source = secure(tls, "userDn", TestDirectory.ADMIN, "userPw", TestDirectory.ADMIN_PASSWORD);
        assertThat(source.find("secure", soon())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "ldaps"})
    void theServerTakesUsForTheSubjectOfTheCertificate(String tls) throws Exception {
        Path key = ca.issue(SUBJECT).save(files.resolve("client-" + tls + ".p12"));
        String[] certificate = {"keyStore", key.toString(), "keyStorePassword", TestCa.PASSWORD};
        assertThat(failure(secure(tls, certificate)).reason())
                .as("without bind")
                .isEqualTo(Reason.WAITING);
        LdapSource external =
                secure(tls, "keyStore", key.toString(), "keyStorePassword", TestCa.PASSWORD, "bind", "external");
        assertThat(external.find("secure", soon())).isPresent();
        Path stranger = ca.issue("CN=somebody else").save(files.resolve("stranger-" + tls + ".p12"));
        LdapSource other =
                secure(tls, "keyStore", stranger.toString(), "keyStorePassword", TestCa.PASSWORD, "bind", "external");
        assertThat(failure(other).reason()).as("as somebody else").isEqualTo(Reason.WAITING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "ldaps"})
    void aServerThatInsistsOnAClientCertificateSaysSo(String tls) throws Exception {
        try (OpenLdapDirectory strict = new OpenLdapDirectory(tls("strict") + "\nTLSVerifyClient demand")) {
            LdapSource source = source(Map.of(
                    "port",
                    Integer.toString(tls.equals("ldaps") ? strict.ldapsPort() : strict.port()),
                    "tls",
                    tls,
                    "trustStore",
                    trust.toString()));
            SourceUnavailableException failure = failure(source);
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
            assertThat(failure).hasMessageContaining("keyStore");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "ldaps"})
    void aCertificateThatHasExpiredIsRefused(String tls) throws Exception {
        Instant lastMonth = Instant.now().minus(Duration.ofDays(30));
        assertThat(refusal(tls, tls("expired", ca.issue("CN=expired", lastMonth, "127.0.0.1"))))
                .hasMessageContaining("its certificate has expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "ldaps"})
    void aCertificateOfAnotherHostIsRefused(String tls) throws Exception {
        assertThat(refusal(tls, tls("other", ca.issue("CN=127.0.0.1", "ldap.example.com", "10.0.0.1"))))
                .hasMessageContaining("its certificate is of another host")
                .hasMessageContaining("127.0.0.1");
    }

    /** What a source says of a server with these lines; it is never asked to let anybody in. */
    private SourceUnavailableException refusal(String tls, String lines) throws Exception {
        try (OpenLdapDirectory server = new OpenLdapDirectory(lines)) {
            SourceUnavailableException failure = failure(source(Map.of(
                    "port",
                    Integer.toString(tls.equals("ldaps") ? server.ldapsPort() : server.port()),
                    "tls",
                    tls,
                    "trustStore",
                    trust.toString())));
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
            return failure;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "ldaps"})
    void theTestOfASourceShowsTheChainBeforeItSignsIn(String tls) throws Exception {
        Issued issued = ca.below("CN=Between").issue("CN=chained", "127.0.0.1");
        try (OpenLdapDirectory server = new OpenLdapDirectory(tls("chained", issued))) {
            server.load(Person.entries(TestableLdapContract.person(1, "a")));
            String host = "127.0.0.1:" + (tls.equals("ldaps") ? server.ldapsPort() : server.port());
            List<TestStep> good = TestableLdapContract.test(host, "tls", tls, "trustStore", trust.toString());
            assertThat(TestableLdapContract.results(good))
                    .startsWith("settings=passed name-resolution=passed connect=passed tls=warned bind=passed")
                    .endsWith("entries=passed");
            assertThat(TestableLdapContract.step(good, "tls").details())
                    .anyMatch(line -> line.startsWith("CN=chained, until "))
                    .anyMatch(line -> line.startsWith("CN=Between, until "));
            Path another = new TestCa("CN=Another CA").savePem(files.resolve("another-" + tls + ".pem"));
            List<TestStep> bad = TestableLdapContract.test(host, "tls", tls, "trustStore", another.toString());
            assertThat(TestableLdapContract.results(bad))
                    .startsWith("settings=passed name-resolution=passed connect=passed tls=failed bind=skipped");
            assertThat(TestableLdapContract.step(bad, "tls").message()).contains("comes from no CA that we trust");
        }
    }

    @Test
    void oldTlsIsRefused() throws Exception {
        try (OpenLdapDirectory old =
                new OpenLdapDirectory(tls("old") + "\nTLSCipherSuite NORMAL:-VERS-ALL:+VERS-TLS1.1")) {
            LdapSource source = source(
                    Map.of("port", Integer.toString(old.port()), "tls", "starttls", "trustStore", trust.toString()));
            assertThat(failure(source)).hasMessageContaining("knows no TLS 1.2");
        }
    }

    @Test
    void aServerThatWantsEncryptionSaysSoToWhoComesInClearText() throws Exception {
        try (OpenLdapDirectory server = new OpenLdapDirectory(tls("only") + "\nsecurity ssf=128")) {
            server.load(Person.entries(Person.of(1, "ann")));
            Map<String, String> keys = Map.of(
                    "port",
                    Integer.toString(server.port()),
                    "userDn",
                    TestDirectory.ADMIN,
                    "userPw",
                    TestDirectory.ADMIN_PASSWORD,
                    "trustStore",
                    trust.toString());
            String demand = "confidentialityRequired; it demands encryption: write tls = starttls or tls = ldaps";
            SourceUnavailableException failure = failure(source(keys));
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
            assertThat(failure).hasMessageEndingWith("refused the sign-in of userDn: " + demand);
            assertThat(failure(source(Map.of("port", keys.get("port")))))
                    .hasMessageContaining("does not serve us (confidentialityRequired); it demands encryption");
            Map<String, String> encrypted = new HashMap<>(keys);
            encrypted.put("tls", "starttls");
            assertThat(source(encrypted).find("ann", soon())).isPresent();
        }
    }

    @Test
    void aServerThatWantsASignInSaysSoToWhoComesWithout() throws Exception {
        try (OpenLdapDirectory server = new OpenLdapDirectory("require authc")) {
            server.load(Person.entries(Person.of(1, "ann")));
            Map<String, String> keys = Map.of("port", Integer.toString(server.port()));
            assertThat(failure(source(keys)))
                    .hasMessageContaining("refused the search (unwillingToPerform)")
                    .hasMessageContaining("give userDn and userPw, and with them tls");
            Map<String, String> account = new HashMap<>(keys);
            account.put("userDn", TestDirectory.ADMIN);
            account.put("userPw", TestDirectory.ADMIN_PASSWORD);
            assertThat(source(account).find("ann", soon())).isPresent();
        }
    }

    @Test
    void aServerWithoutTlsRefusesStartTlsAndIsQuoted() {
        LdapSource source = source(Map.of("tls", "starttls"));
        assertThat(failure(source))
                .hasMessageContaining("refused StartTLS (protocolError: unsupported extended operation");
    }

    /** With and without TLS there: it hangs up on what is no LDAP, without a word. */
    @Test
    void ldapsAtThePortOfClearTextSaysWhatToWrite() {
        for (int port : List.of(directory().port(), secure.port())) {
            SourceUnavailableException failure = failure(
                    source(Map.of("port", Integer.toString(port), "tls", "ldaps", "trustStore", trust.toString())));
            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
            assertThat(failure)
                    .hasMessageContaining("No connection to ldaps://127.0.0.1:" + port)
                    .hasMessageContaining("the server closed the connection during the TLS handshake")
                    .hasMessageContaining(
                            "if this is its port of clear text, write tls = starttls, or the port of LDAPS");
        }
    }

    @Test
    void startTlsAtThePortOfLdapsSaysWhatToWrite() {
        SourceUnavailableException failure = failure(source(Map.of(
                "port", Integer.toString(secure.ldapsPort()), "tls", "starttls", "trustStore", trust.toString())));
        assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
        assertThat(failure)
                .hasMessageContaining("the server closed the connection instead of answering StartTLS")
                .hasMessageContaining("if this is its port of LDAPS, write tls = ldaps");
    }

    @Test
    void aBaseOnAnotherServerIsFollowedWhereThatIsListed() throws Exception {
        try (OpenLdapDirectory referring = new OpenLdapDirectory()) {
            referring.load(List.of(Person.of(2, "here").entry(), reference()));
            Map<String, String> following = Map.of(
                    "port",
                    Integer.toString(referring.port()),
                    "referrals",
                    "follow",
                    "referralHosts",
                    "127.0.0.1:" + directory().port());
            LdapSource source = source(following);
            assertThat(ids(source.search(all(10), soon()))).containsExactly("here", "plain");
            Map<String, String> moved = new HashMap<>(following);
            moved.put("baseDn", THERE);
            assertThat(source(moved).find("plain", soon())).isPresent();
            assertThat(failure(
                            source(Map.of("port", Integer.toString(referring.port()), "baseDn", moved.get("baseDn")))))
                    .hasMessageContaining("baseDn is on another server")
                    .hasMessageContaining("referralHosts");
        }
    }

    @Test
    void aReferralFromTlsToClearTextIsNotFollowed() {
        LdapSource source = secure(
                "ldaps",
                "baseDn",
                THERE,
                "userDn",
                TestDirectory.ADMIN,
                "userPw",
                TestDirectory.ADMIN_PASSWORD,
                "referrals",
                "follow",
                "referralHosts",
                "127.0.0.1:" + directory().port());
        assertThat(failure(source)).hasMessageContaining("it leads from TLS to clear text");
    }

    @Test
    void aReferralFromStartTlsIsFollowedWithStartTlsOnly() {
        LdapSource source = secure(
                "starttls",
                "baseDn",
                THERE,
                "userDn",
                TestDirectory.ADMIN,
                "userPw",
                TestDirectory.ADMIN_PASSWORD,
                "referrals",
                "follow",
                "referralHosts",
                "127.0.0.1:" + directory().port());
        assertThat(failure(source)).hasMessageContaining("could not be asked").hasMessageContaining("refused StartTLS");
    }
}
