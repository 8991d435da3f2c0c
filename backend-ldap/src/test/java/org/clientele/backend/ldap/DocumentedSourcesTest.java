package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.Map;
import org.clientele.Finding;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that {@code docs/configuration.md} and {@code docs/ldap.md} show, and the lines that go into them. */
class DocumentedSourcesTest extends LdapSourceTest<InMemoryDirectory> {
    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    /** The first block with this line; what Karaf resolves is resolved. */
    private static Map<String, String> documented(String page, String line) throws Exception {
        return keys(new DocumentedPage(page).block(line));
    }

    private static Map<String, String> keys(String block) throws Exception {
        return DocumentedPage.keys(block, DocumentedSourcesTest::resolved);
    }

    private static String resolved(String value) {
        return value.replace("${karaf.etc}", "/opt/karaf/etc").replaceAll("\\$\\[secret:.*]", "a resolved secret");
    }

    private static List<Finding> findings(Map<String, String> keys) {
        return new LdapSettingsReader(keys).read().findings();
    }

    @ParameterizedTest
    @CsvSource({"configuration.md, 5", "ldap.md, 2"})
    void everyWholeFileIsSound(String page, int number) throws Exception {
        List<String> files = new DocumentedPage(page)
                .blocks().stream()
                        .filter(block -> block.contains("\nbaseDn = "))
                        .toList();
        assertThat(files).hasSize(number);
        for (String file : files) {
            // the sample of the manual page has a key that is accepted with a warning
            assertThat(findings(keys(file)))
                    .as(file)
                    .allMatch(finding ->
                            file.contains("csuhayward") && finding.key().equals("async"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor = openldap", "vendor = active-directory", "vendor = 389ds"})
    void eachVendorHasAFile(String line) throws Exception {
        assertThat(documented("configuration.md", line)).containsKey("baseDn");
    }

    @ParameterizedTest
    @CsvSource({
        "host = ldap1.example.com ldap2.example.com, ''",
        "referrals = follow, ''",
        "bind = external, userDn userPw"
    })
    void theLinesForASpecialCaseGoIntoTheFileOfOpenLdap(String line, String without) throws Exception {
        Map<String, String> keys = documented("ldap.md", "host = ldap.example.com");
        assertThat(findings(keys)).isEmpty();
        keys.keySet().removeAll(List.of(without.split(" ")));
        Map<String, String> lines = documented("ldap.md", line);
        assertThat(lines).doesNotContainKey("baseDn");
        keys.putAll(lines);
        assertThat(findings(keys)).isEmpty();
    }

    @Test
    void theSampleOfTheManualPageRunsWithAnotherHostAndBaseOnly() throws Exception {
        directory()
                .load(List.of(new Entry(
                        "dn: uid=jdoe," + TestDirectory.BASE,
                        "objectClass: inetOrgPerson",
                        "uid: jdoe",
                        "cn: John Doe",
                        "givenName: John",
                        "sn: Doe",
                        "title: Mr.",
                        "mail: jdoe@example.org",
                        "telephoneNumber: 4711",
                        "postalAddress: 1 Main St$Springfield",
                        "description: O'Brien \"Ünal\" <カス> ${a}")));
        Map<String, String> keys = documented("configuration.md", "name = LDAP Backend");
        keys.put("host", "ldap://127.0.0.1:" + directory().port());
        keys.put("baseDn", TestDirectory.BASE);
        LdapSource source = source(keys);
        assertThat(source.condition().findings()).extracting(Finding::severity).containsOnly(Finding.Severity.WARNING);
        SourceRecord found = source.find("JDOE", soon()).orElseThrow();
        assertThat(found.name()).isEqualTo("JohnDoe");
        assertThat(found.mailString()).isEqualTo("\"John Doe\" <jdoe@example.org>");
        assertThat(found.fields())
                .containsEntry("UserTitle", List.of("Mr."))
                .containsEntry("UserFirstname", List.of("John"))
                .containsEntry("UserLastname", List.of("Doe"))
                .containsEntry("UserLogin", List.of("jdoe"))
                .containsEntry("UserEmail", List.of("jdoe@example.org"))
                .containsEntry("UserCustomerID", List.of("jdoe@example.org"))
                .containsEntry("UserPhone", List.of("4711"))
                .containsEntry("UserAddress", List.of("1 Main St\nSpringfield"))
                .containsEntry("UserComment", List.of("O'Brien \"Ünal\" <カス> ${a}"));
        assertThat(ids(source.search(words("john"), soon()))).containsExactly("jdoe");
        assertThat(ids(source.search(words("doe"), soon()))).isEmpty();
    }
}
