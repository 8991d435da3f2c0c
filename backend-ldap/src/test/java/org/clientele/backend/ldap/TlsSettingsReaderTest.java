package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.Finding;
import org.clientele.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of TLS, of the sign-in and of referrals: what they mean together, and what they cannot mean. */
class TlsSettingsReaderTest {
    private static final String KEY = "/etc/client \"ü\".p12";

    private static LdapSettings read(String... more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "service.pid", "org.clientele.backend.ldap~CustomerUser1",
                "host", "ldap.example.com",
                "baseDn", "",
                "scope", "sub"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new LdapSettingsReader(properties).read();
    }

    private static List<String> faults(LdapSettings settings, Severity severity) {
        return settings.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::key)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'',       a,              ldap://a:389,  NONE",
        "none,     a,              ldap://a:389,  NONE",
        "none,     ldap://a,       ldap://a:389,  NONE",
        "starttls, a,              ldap://a:389,  STARTTLS",
        "starttls, ldap://a:1389,  ldap://a:1389, STARTTLS",
        "ldaps,    a,              ldaps://a:636, LDAPS",
        "ldaps,    ldaps://a,      ldaps://a:636, LDAPS",
        "'',       ldaps://a,      ldaps://a:636, LDAPS"
    })
    void encryptionIsThatOfTlsOrOfTheUrl(String tls, String host, String server, TlsSettings.Encryption encryption) {
        LdapSettings settings = read("tls", tls, "host", host);
        assertThat(settings.findings()).isEmpty();
        assertThat(settings.access().servers()).hasToString("[" + server + "]");
        assertThat(settings.access().servers().get(0).encryption()).isEqualTo(encryption);
    }

    @ParameterizedTest
    @CsvSource({
        "starttls, ldaps://a,       'tls = ldaps, or only a as host'",
        "none,     ldaps://a,       'tls = ldaps, or only a as host'",
        "ldaps,    ldap://a,        'tls = starttls for ldap://, or only a as host'",
        "starttls, b ldaps://a:636, 'tls = ldaps, or only a as host'",
        "StartTLS, a,               'write one of none, starttls, ldaps'",
        "required, a,               'write one of none, starttls, ldaps'"
    })
    void contradictionsSayWhatToWrite(String tls, String host, String words) {
        LdapSettings settings = read("tls", tls, "host", host);
        assertThat(faults(settings, Severity.ERROR)).containsExactly("tls");
        assertThat(settings.findings().get(0).message()).contains(words);
    }

    @Test
    void aPasswordInClearIsAWarningUnlessItStaysOnThisMachine() {
        String[] account = {"userDn", "cn=a", "userPw", "secret", "tls", "none", "host", "ldap.example.com"};
        assertThat(faults(read(account), Severity.WARNING)).containsExactly("host");
        for (String tls : List.of("starttls", "ldaps")) {
            account[5] = tls;
            assertThat(read(account).findings()).isEmpty();
        }
        account[5] = "none";
        account[7] = "[::1]";
        assertThat(read(account).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trustStore", "keyStore"})
    void filesAreNamedWholeAndNeedTls(String key) {
        assertThat(read(key, KEY, key + "Password", "x", "tls", "starttls").findings())
                .isEmpty();
        assertThat(faults(read(key, KEY), Severity.WARNING)).containsExactly(key);
        for (String relative : List.of("ca.pem", "./ca.pem", "etc/\0")) {
            assertThat(faults(read(key, relative, "tls", "ldaps"), Severity.ERROR))
                    .containsExactly(key);
        }
        assertThat(faults(read(key + "Password", "x", "tls", "ldaps"), Severity.ERROR))
                .containsExactly(key);
        assertThat(faults(read(key, KEY, key + "Password", "$[secret:x]", "tls", "ldaps"), Severity.ERROR))
                .containsExactly(key + "Password");
        assertThat(read(key, KEY, key + "Password", "hidden-word", "tls", "ldaps")
                        .toString())
                .contains(KEY)
                .doesNotContain("hidden-word");
    }

    @Test
    void aVariableThatNobodyReplacedIsWrittenAsAPlaceholder() {
        LdapSettings settings = read("trustStore", "${karaf.etc}/ldap-ca.pem", "tls", "ldaps");
        assertThat(faults(settings, Severity.ERROR)).containsExactly("trustStore");
        assertThat(settings.findings().get(0).message()).contains("write $[prop:karaf.etc]/ldap-ca.pem");
    }

    @Test
    void externalNeedsTlsAndACertificateAndNothingElse() {
        String[] complete = {"bind", "external", "tls", "starttls", "keyStore", KEY};
        assertThat(read(complete).findings()).isEmpty();
        assertThat(read(complete).access().identity()).isEqualTo(new Identity.External());
        assertThat(faults(read("bind", "external", "tls", "ldaps"), Severity.ERROR))
                .containsExactly("keyStore");
        assertThat(faults(read("bind", "external", "keyStore", KEY), Severity.ERROR))
                .containsExactly("bind");
        assertThat(faults(
                        read("bind", "external", "tls", "ldaps", "keyStore", KEY, "userDn", "cn=a", "userPw", "x"),
                        Severity.ERROR))
                .containsExactly("userDn");
        assertThat(faults(read("bind", "external", "tls", "ldaps", "keyStore", KEY, "userPw", "x"), Severity.ERROR))
                .containsExactly("userPw");
        assertThat(faults(read("bind", "gssapi"), Severity.ERROR)).containsExactly("bind");
    }

    @Test
    void simpleMeansWhatItSays() {
        assertThat(faults(read("bind", "simple"), Severity.ERROR)).containsExactly("userDn");
        LdapSettings settings = read("bind", "simple", "userDn", "cn=a", "userPw", "x", "tls", "ldaps");
        assertThat(settings.findings()).isEmpty();
        assertThat(settings.access().identity()).isEqualTo(new Identity.Simple("cn=a", "x"));
    }

    @Test
    void referralsAreFollowedToListedServersOnly() {
        assertThat(read().access().referrals().follow()).isFalse();
        assertThat(faults(read("referrals", "follow"), Severity.ERROR)).containsExactly("referralHosts");
        assertThat(faults(read("referrals", "always"), Severity.ERROR)).containsExactly("referrals");
        assertThat(faults(read("referralHosts", "a"), Severity.WARNING)).containsExactly("referralHosts");
        ReferralSettings referrals = read(
                        "referrals", "follow", "referralHosts", "LDAP2.example.com, b:3268, [::1]:389")
                .access()
                .referrals();
        assertThat(referrals.hosts().orElseThrow())
                .hasSize(3)
                .anyMatch(host -> host.allows("ldap2.Example.COM", 636, 636));
        assertThat(referrals.hosts().orElseThrow()).noneMatch(host -> host.allows("ldap2.example.com", 637, 636));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://a", "a b", "a/dc=x", "u@a", "a:0", "a:99999", "*", "x\"y <z>", "${a}"})
    void whatIsNoServerIsNoServerOfReferrals(String host) {
        LdapSettings settings = read("referrals", "follow", "referralHosts", host);
        assertThat(faults(settings, Severity.ERROR)).containsExactly("referralHosts");
    }
}
