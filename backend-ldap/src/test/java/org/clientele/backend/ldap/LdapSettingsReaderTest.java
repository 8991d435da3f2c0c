package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.field.Field;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LdapSettingsReaderTest {

    private static Map<String, Object> sample() {
        return new HashMap<>(Map.of(
                "service.pid", "org.clientele.backend.ldap~CustomerUser1",
                "service.factoryPid", "org.clientele.backend.ldap",
                "component.id", 7L,
                "felix.fileinstall.filename", "file:/etc/x.cfg",
                "host", "ldap.example.com",
                "baseDn", "ou=seas,o=csuh",
                "scope", "sub"));
    }

    private static LdapSettings read(String... more) {
        Map<String, Object> properties = sample();
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new LdapSettingsReader(properties).read();
    }

    private static List<String> keys(LdapSettings settings) {
        return settings.findings().stream().map(Finding::key).toList();
    }

    @Test
    void threeKeysMakeTheSampleOfTheManualPage() {
        LdapSettings settings = read();
        assertThat(settings.findings()).isEmpty();
        assertThat(settings.description().slot()).isEqualTo("CustomerUser1");
        assertThat(settings.description().fields())
                .extracting(Field::storage)
                .containsExactly(
                        "title",
                        "givenname",
                        "sn",
                        "uid",
                        "mail",
                        "mail",
                        "telephonenumber",
                        "postaladdress",
                        "description");
        assertThat(settings.description().rules().readOnly()).isTrue();
        assertThat(settings.description().search().nameJoin()).isEqualTo(" ");
        assertThat(settings.description().calls().cacheTtl()).isEqualTo(Duration.ZERO);
        assertThat(settings.customerId()).isEqualTo("mail");
        assertThat(settings.access().servers()).hasToString("[ldap://ldap.example.com:389]");
        assertThat(settings.scope()).isEqualTo(SearchScope.SUBTREE);
        assertThat(settings.access().identity()).isEqualTo(new Identity.Anonymous());
    }

    @Test
    void withoutAnythingEachRequiredKeyIsNamed() {
        LdapSettings settings = new LdapSettingsReader(Map.of("service.pid", "x~CustomerUser1")).read();
        assertThat(keys(settings)).containsExactlyInAnyOrder("host", "baseDn", "scope");
    }

    @ParameterizedTest
    @CsvSource({
        "ldap.example.com,            ldap://ldap.example.com:389",
        "ldap.example.com:1389,       ldap://ldap.example.com:1389",
        "ldap://ldap.example.com/,    ldap://ldap.example.com:389",
        "ldaps://ldap.example.com,    ldaps://ldap.example.com:636",
        "ldaps://ldap.example.com:77, ldaps://ldap.example.com:77",
        "10.0.0.1,                    ldap://10.0.0.1:389",
        "[::1]:3389,                  ldap://[::1]:3389",
        "a b:637  ldaps://c,          'ldap://a:389, ldap://b:637, ldaps://c:636'",
        "ldap://b:636,                ldap://b:636",
        "ldaps://a ldaps://a:636/,    ldaps://a:636"
    })
    void hostsAreNamesOrUrls(String host, String server) {
        LdapSettings settings = read("host", host);
        assertThat(settings.findings()).isEmpty();
        assertThat(settings.access().servers()).hasToString("[" + server + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ldap.example.com",
                "ldap://",
                "a,b",
                "a http://b",
                "ldap://u:p@host",
                "ldap://host/dc=x",
                "ldapi://%2f",
                "host:x"
            })
    void anotherHostIsAFinding(String host) {
        assertThat(keys(read("host", host))).containsExactly("host");
    }

    @ParameterizedTest
    @CsvSource({
        "b:636,         '',  b",
        "a b:636,       '',  b",
        "[::1]:636,     '',  [::1]",
        "b,             636, b",
        "ldaps://a b,   636, b",
        "a:389 b,       636, b"
    })
    void aNameWithThePortOfLdapsIsReadInClearTextWithAWarning(String host, String port, String name) {
        LdapSettings settings = port.isEmpty() ? read("host", host) : read("host", host, "port", port);
        assertThat(settings.findings())
                .containsExactly(Finding.warning(
                        "host",
                        "reads " + name + ":636 in clear text, at the port of LDAPS; write ldaps://" + name
                                + ", or tls = ldaps"));
        assertThat(settings.access().servers()).asString().contains("ldap://" + name + ":636");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ldaps"})
    void whoSaysWhatPort636IsForIsNotWarned(String tls) {
        assertThat(read("host", "b:636", "tls", tls).findings()).isEmpty();
    }

    @Test
    void twoPortsContradictEachOther() {
        assertThat(keys(read("host", "ldap://a:1389", "port", "389"))).containsExactly("port");
        assertThat(read("host", "a", "port", "1389").access().servers()).hasToString("[ldap://a:1389]");
    }

    @Test
    void aPortIsThatOfTheHostsWithoutOne() {
        LdapSettings settings = read("host", "a b:1389 ldaps://c", "port", "1636");
        assertThat(settings.findings()).isEmpty();
        assertThat(settings.access().servers()).hasToString("[ldap://a:1636, ldap://b:1389, ldaps://c:1636]");
    }

    @Test
    void serversThatDoNotAnswerLeaveTimeForTheLastOne() {
        assertThat(read("host", "a b c", "answerTimeLimit", "4").access().patience())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(read("host", "a b c", "answerTimeLimit", "4", "timeout", "0.5")
                        .access()
                        .patience())
                .isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void halfACredentialIsNeverAnAnonymousBind() {
        assertThat(keys(read("userDn", "cn=a"))).containsExactly("userPw");
        assertThat(keys(read("userPw", "secret"))).containsExactly("userDn");
        assertThat(keys(read("userDn", "cn=a", "userPw", "$[secret:ldap]", "host", "ldaps://a")))
                .containsExactly("userPw");
        LdapSettings both = read("userDn", "cn=a", "userPw", " secret ", "host", "ldaps://a");
        assertThat(both.findings()).isEmpty();
        assertThat(both.access().identity()).isEqualTo(new Identity.Simple("cn=a", " secret "));
        assertThat(both.toString()).doesNotContain(" secret ");
    }

    @Test
    void aPasswordThatTravelsInClearIsAWarning() {
        LdapSettings settings = read("userDn", "cn=a", "userPw", "secret");
        assertThat(settings.findings())
                .containsExactly(
                        Finding.warning("host", settings.findings().get(0).message()));
        assertThat(read("userDn", "cn=a", "userPw", "secret", "host", "127.0.0.1")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alwaysFilter | mail=*",
                "alwaysFilter | (mail=*",
                "alwaysFilter | (&)(",
                "validFilter | )",
                "validFilter | (a=b)x",
                "validFilter | (a=b))",
                "validFilter | (&(a=b)",
                "validFilter | ()",
                "validFilter | (!)",
                "baseDn | not a dn",
                "scope | tree",
                "version | 2",
                "vendor | novell",
                "vendor | OpenLDAP",
                "nestedGroups | yes",
                "port | 0",
                "port | x",
                "groupDn | no dn",
                "sourceCharset | utf-16",
                "sourceCharset | no such",
                "sourceCharset | latin-99",
                "customerKey | mail",
                "userRoom | x",
                "map | x"
            })
    void whatCannotWorkIsAnErrorAtItsKey(String key, String value) {
        LdapSettings settings = read(key, value);
        assertThat(settings.findings()).extracting(Finding::key).containsOnly(key);
        assertThat(settings.findings()).extracting(Finding::severity).containsOnly(Finding.Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "map.10, userPASSWORD",
        "map.10, userPassword;lang-en",
        "searchFields, userPASSWORD",
        "nameFields, UnicodePwd",
        "listFields, 'sn, UserPassword;x-hash, mail'",
        "postMasterSearchFields, userPassword;lang-EN;x-a",
        "customerId, userPassword",
        "nativeId, userPassword",
        "nativeId, 'entryUUID, userPassword;lang-en'",
        "translateManagerTo, userPassword;x",
        "nativeId, 2.5.4.35",
        "nativeId, *"
    })
    void attributesWithPasswordsAreRefusedWherever(String key, String attribute) {
        String value = key.equals("map.10") ? "UserX | X | " + attribute + " | 1 | 0 | var | | 1 | |" : attribute;
        LdapSettings settings = read("map.11", "UserManager | Manager | manager | 1 | 0 | var | | 1 | |", key, value);
        assertThat(keys(settings)).containsExactly(key.equals("map.10") ? "map" : key);
        assertThat(settings.findings()).extracting(Finding::severity).containsOnly(Finding.Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"givenName;lang-de", "second_customer_ids", "ms-DS-ConsistencyGuid", "x"})
    void attributesOfAllOtherNamesAreRead(String attribute) {
        assertThat(read("nativeId", attribute).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "utf-8", "UTF8", "iso-8859-1", "Windows-1252", "shift_jis", "us-ascii"})
    void characterSetsThatExtendAsciiAreRead(String name) {
        LdapSettings settings = read("sourceCharset", name);
        assertThat(settings.findings()).isEmpty();
        assertThat(settings.access().charset().isUtf8())
                .isEqualTo(name.isEmpty() || name.toLowerCase(Locale.ROOT).startsWith("utf"));
    }

    @Test
    void partsOfValuesInFiltersAreWrittenInUtf8Only() {
        String filter = "(!(cn=Mü*))";
        assertThat(keys(read("alwaysFilter", filter))).isEmpty();
        assertThat(keys(read("alwaysFilter", filter, "sourceCharset", "iso-8859-1")))
                .containsExactly("alwaysFilter");
        assertThat(keys(read("alwaysFilter", "(cn=Müller)", "sourceCharset", "iso-8859-1")))
                .isEmpty();
    }

    @Test
    void aManagerThatTheMapDoesNotHaveIsAWarning() {
        LdapSettings settings = read("translateManagerTo", "mail");
        assertThat(keys(settings)).containsExactly("translateManagerTo");
        assertThat(settings.findings()).extracting(Finding::severity).containsOnly(Finding.Severity.WARNING);
        String row = "UserManager | Manager | Manager | 1 | 0 | var | | 1 | |";
        assertThat(read("translateManagerTo", "mail", "map.10", row).findings()).isEmpty();
    }

    @Test
    void theManualsKeysWithoutEffectAreWarnings() {
        LdapSettings settings =
                read("async", "0", "adminSetPreferences", "0", "excludePrimaryCustomerId", "1", "version", "3");
        assertThat(keys(settings)).containsExactly("async");
        assertThat(settings.findings()).extracting(Finding::severity).containsOnly(Finding.Severity.WARNING);
    }

    @Test
    void aMisconfiguredSourceIsThereWithAllItsFindingsAndAsksNobody() {
        Map<String, Object> properties = sample();
        properties.put("scope", "tree");
        properties.put("unknown", "x");
        try (LdapSource source = new LdapSource(properties)) {
            assertThat(source.condition().state()).isEqualTo(SourceState.MISCONFIGURED);
            assertThat(source.condition().findings()).extracting(Finding::key).containsExactly("scope", "unknown");
            SourceUnavailableException refused = catchThrowableOfType(
                    SourceUnavailableException.class, () -> source.find("a", Deadline.in(Duration.ofSeconds(1))));
            assertThat(refused.reason()).isEqualTo(Reason.MISCONFIGURED);
        }
    }

    @Test
    void theExampleFileNamesEveryKeyAndIsSound() throws Exception {
        Path file = Path.of("src/main/etc/org.clientele.backend.ldap-CustomerUser1.cfg.example");
        Set<String> named = new TreeSet<>();
        for (String line : Files.readAllLines(file)) {
            String text = line.startsWith("# ") ? line.substring(2) : line;
            if (text.matches("[A-Za-z]+ =.*")) {
                named.add(text.substring(0, text.indexOf(' ')));
            }
        }
        Set<String> described = new TreeSet<>();
        for (var method : LdapConfiguration.class.getDeclaredMethods()) {
            described.add(method.getName());
        }
        assertThat(named).containsExactlyElementsOf(described);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, Object> live = new HashMap<>();
        properties.forEach((key, value) -> live.put((String) key, value));
        live.put("service.pid", "org.clientele.backend.ldap~CustomerUser1");
        assertThat(new LdapSettingsReader(live).read().findings()).isEmpty();
    }

    @Test
    void nestedGroupsWithoutAGroupAreAWarning() {
        assertThat(keys(read("nestedGroups", "1"))).containsExactly("nestedGroups");
        assertThat(keys(read("nestedGroups", "0"))).isEmpty();
        assertThat(keys(read("nestedGroups", "1", "groupDn", "cn=a"))).isEmpty();
        assertThat(keys(read("vendor", "active-directory"))).isEmpty();
    }
}
