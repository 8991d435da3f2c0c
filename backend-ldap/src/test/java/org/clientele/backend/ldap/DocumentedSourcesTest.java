package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.clientele.Finding;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that {@code docs/configuration.md} shows. */
class DocumentedSourcesTest extends LdapSourceTest<InMemoryDirectory> {
    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    /** The block with this line. */
    private static Map<String, String> documented(String line) throws Exception {
        String page = Files.readString(Path.of("../docs/configuration.md"));
        String block = Arrays.stream(page.split("\n\n"))
                .filter(part -> part.startsWith("    ") && part.contains("    " + line + "\n"))
                .findFirst()
                .orElseThrow();
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        Map<String, String> keys = new HashMap<>();
        properties.forEach((key, value) -> keys.put((String) key, (String) value));
        keys.put("service.pid", LdapSourceComponent.PID + "~CustomerUser1");
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor = openldap", "vendor = active-directory", "vendor = 389ds"})
    void theFileOfAVendorIsSound(String line) throws Exception {
        Map<String, String> keys = documented(line);
        keys.replace("userPw", "a password that was resolved");
        assertThat(new LdapSettingsReader(keys).read().findings()).isEmpty();
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
        Map<String, String> keys = documented("name = LDAP Backend");
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
