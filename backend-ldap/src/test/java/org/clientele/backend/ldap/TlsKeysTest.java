package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.testkit.server.TestCa;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Two configurations that differ in one key of TLS, of the sign-in or of referrals answer differently. */
class TlsKeysTest {
    private static final String FAILS = "fails";

    @TempDir
    static Path files;

    private static Path trust;
    private static Path key;
    private static InMemoryDirectory secure;
    private static InMemoryDirectory other;

    @BeforeAll
    static void startServers() throws Exception {
        LdapLibrary.start();
        TestCa ca = new TestCa("CN=Test CA");
        trust = ca.saveStore(files.resolve("ca.p12"), "PKCS12");
        key = ca.issue("CN=clientele").save(files.resolve("client.p12"));
        secure = InMemoryDirectory.withTls(Encryption.STARTTLS, ca.server(ca.issue("CN=server", "localhost")), true);
        other = InMemoryDirectory.withTls(Encryption.STARTTLS, ca.server(ca.issue("CN=other", "localhost")), true);
        Entry reference = new Entry("ou=there," + TestDirectory.BASE);
        reference.addAttribute("objectClass", "top", "referral", "extensibleObject");
        reference.addAttribute("ref", "ldap://localhost:" + other.port() + "/" + TestDirectory.BASE);
        secure.load(List.of(Person.of(1, "near").entry(), reference));
        other.load(Person.entries(Person.of(2, "far")));
    }

    @AfterAll
    static void stopServers() {
        secure.close();
        other.close();
    }

    private static Map<String, String> sound() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("service.pid", LdapSourceComponent.PID + "~CustomerUser1"),
                Map.entry("host", "localhost"),
                Map.entry("port", Integer.toString(secure.port())),
                Map.entry("baseDn", TestDirectory.BASE),
                Map.entry("scope", "sub"),
                Map.entry("tls", "starttls"),
                Map.entry("trustStore", trust.toString()),
                Map.entry("trustStorePassword", TestCa.PASSWORD),
                Map.entry("keyStore", key.toString()),
                Map.entry("keyStorePassword", TestCa.PASSWORD),
                Map.entry("bind", "external"),
                Map.entry("referrals", "follow"),
                Map.entry("referralHosts", "localhost:" + other.port())));
    }

    /** Who is found, and how many have signed in with a certificate. */
    private static String answer(Map<String, String> configuration) {
        int before = secure.externals();
        configuration.values().removeIf(String::isEmpty);
        try (LdapSource source = new LdapSource(configuration)) {
            SourceQuery all = new SourceQuery(Criterion.ALL, Optional.empty(), 10, false);
            List<String> found = source.search(all, Deadline.in(Duration.ofSeconds(20))).records().stream()
                    .map(SourceRecord::id)
                    .toList();
            return found + (secure.externals() > before ? " for the certificate" : "");
        } catch (SourceUnavailableException e) {
            return FAILS;
        }
    }

    private record Case(String key, String value, String expected) {}

    private static final List<Case> CASES = List.of(
            new Case("tls", "ldaps", FAILS),
            new Case("trustStore", "", FAILS),
            new Case("trustStorePassword", "wrong", FAILS),
            new Case("keyStore", "no-such-file.p12", FAILS),
            new Case("keyStorePassword", "wrong", FAILS),
            new Case("bind", "", "[far, near]"),
            new Case("referrals", "ignore", "[near] for the certificate"),
            new Case("referralHosts", "localhost", "[near] for the certificate"));

    /** The keys that have a case here. */
    static final Set<String> KEYS = CASES.stream().map(Case::key).collect(Collectors.toUnmodifiableSet());

    @TestFactory
    Stream<DynamicTest> configurationsThatDifferInOneKeyAnswerDifferently() {
        String usual = "[far, near] for the certificate";
        assertThat(answer(sound())).isEqualTo(usual);
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.key(), () -> {
                    Map<String, String> configuration = sound();
                    configuration.put(one.key(), one.value());
                    assertThat(answer(configuration)).isEqualTo(one.expected()).isNotEqualTo(usual);
                }));
    }
}
