package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.CompareRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.SourceUnavailableException;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.spi.Deadline;
import org.clientele.spi.TestRun;
import org.clientele.testkit.server.TestCa;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/ldap.md} has an administrator of OpenLDAP do, done word for word with Debian's own configuration: another
 * address and passwords instead of the placeholders, nothing else.
 */
class DocumentedOpenLdapIT {
    private static final String BASE = DebianDirectory.BASE;
    private static final String PEOPLE = "ou=people," + BASE;
    private static final String ANN = "uid=ann," + PEOPLE;
    private static final String ACCOUNT = "cn=clientele," + BASE;
    private static final String STAFF = "cn=staff,ou=groups," + BASE;
    private static final String SECRET = "the password";
    private static final String ACCESS = "clientele-access.ldif";

    private static TestCa ca;
    private static DocumentedPage page;

    private DebianDirectory directory;

    @BeforeAll
    static void readPage() throws Exception {
        LdapLibrary.start();
        ca = new TestCa("CN=Test CA");
        page = new DocumentedPage("ldap.md");
    }

    @BeforeEach
    void doStepTwo() throws Exception {
        directory = new DebianDirectory(ca);
        fill();
        directory.type(page.block("umask 077; printf %s '" + SECRET + "' > etc/ldap-password"));
        String hash = directory.run("/usr/sbin/slappasswd", "-n", "-T", "etc/ldap-password");
        Files.writeString(
                directory.folder().resolve("clientele.ldif"),
                page.block("dn: " + ACCOUNT).replace("{SSHA}…", hash));
        directory.type(page.block("ldapadd -x -W -D cn=admin,dc=example,dc=com -f clientele.ldif"));
        permit("olcAccess: {0}to attrs=userPassword");
    }

    @AfterEach
    void stopDirectory() throws Exception {
        directory.close();
    }

    private void fill() throws Exception {
        try (LDAPConnection admin = directory.administrator()) {
            admin.add("dn: " + BASE, "objectClass: dcObject", "objectClass: organization", "o: x", "dc: example");
            for (String unit : List.of("people", "groups", "other")) {
                admin.add("dn: ou=" + unit + "," + BASE, "objectClass: organizationalUnit", "ou: " + unit);
            }
            admin.add(person("ann", PEOPLE));
            admin.add(person("Bob", PEOPLE));
            admin.add(person("stranger", "ou=other," + BASE));
            admin.add("dn: " + STAFF, "objectClass: groupOfNames", "cn: staff", "member: " + ANN);
        }
    }

    private static Entry person(String uid, String parent) throws Exception {
        return new Entry(
                "dn: uid=" + uid + "," + parent,
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: " + uid,
                "givenName: Jo",
                "sn: O'Brien",
                "mail: " + uid + "@example.com",
                "userPassword: secret-" + uid);
    }

    /** Puts the rules of the block with this line where the page says. */
    private void permit(String line) throws Exception {
        Files.writeString(directory.folder().resolve(ACCESS), page.block(line));
        directory.type(page.block("sudo ldapmodify -Q -Y EXTERNAL -H ldapi:/// -f " + ACCESS));
    }

    /** The documented file of OpenLDAP, as Karaf resolves it; the server is at another address. */
    private Map<String, String> documented() throws Exception {
        String secret = Files.readString(directory.folder().resolve("etc/ldap-password"));
        Map<String, String> keys = DocumentedPage.keys(
                page.block("host = ldap.example.com"),
                value -> value.replace(
                                "${karaf.etc}",
                                directory.folder().resolve("etc").toString())
                        .replace("$[secret:ldap-password]", secret));
        keys.put("host", "127.0.0.1:" + directory.port());
        return keys;
    }

    private LDAPConnection account() throws Exception {
        LDAPConnection connection = directory.connection();
        connection.bind(ACCOUNT, SECRET);
        return connection;
    }

    @Test
    void thePeopleAreFoundAndTheTestOfTheSourcePasses() throws Exception {
        Map<String, String> keys = documented();
        assertThat(keys).containsEntry("tls", "starttls").containsEntry("userDn", ACCOUNT);
        try (LdapSource source = new LdapSource(keys)) {
            assertThat(source.condition().findings()).isEmpty();
            assertThat(LdapSourceTest.ids(source.search(LdapSourceTest.all(10), LdapSourceTest.soon())))
                    .containsExactly("ann", "Bob");
            assertThat(source.find("ann", LdapSourceTest.soon()).orElseThrow().fields())
                    .containsEntry("UserLastname", List.of("O'Brien"))
                    .containsEntry("UserCustomerID", List.of("ann@example.com"));
        }
        List<TestStep> steps = new ArrayList<>();
        new TestableLdap().test(Map.copyOf(keys), new TestRun(Deadline.in(Duration.ofSeconds(30)), steps::add));
        assertThat(TestableLdapContract.results(steps)).endsWith("entries=passed");
        assertThat(steps).extracting(TestStep::result).doesNotContain(Result.FAILED, Result.SKIPPED);
    }

    @Test
    void theAccountReadsNoPassword() throws Exception {
        try (LDAPConnection account = account()) {
            List<SearchResultEntry> people = account.search(PEOPLE, SearchScope.ONE, "(objectClass=*)", "*", "+")
                    .getSearchEntries();
            assertThat(people)
                    .hasSize(2)
                    .allMatch(entry -> entry.hasAttribute("mail"))
                    .noneMatch(entry -> entry.hasAttribute("userPassword"));
            assertThat(account.search(PEOPLE, SearchScope.SUB, "(userPassword=*)")
                            .getEntryCount())
                    .as("searched")
                    .isZero();
            assertThat(catchThrowableOfType(
                            com.unboundid.ldap.sdk.LDAPException.class,
                            () -> account.compare(new CompareRequest(ANN, "userPassword", "secret-ann"))))
                    .as("compared")
                    .isNotNull();
        }
    }

    @Test
    void theAccountReadsNothingElseAndOthersReadWhatTheyDid() throws Exception {
        List<String> outside =
                List.of(BASE, ACCOUNT, "ou=groups," + BASE, STAFF, "ou=other," + BASE, "uid=stranger,ou=other," + BASE);
        try (LDAPConnection account = account();
                LDAPConnection nobody = directory.connection()) {
            for (String dn : outside) {
                assertThat(account.getEntry(dn)).as(dn).isNull();
                assertThat(nobody.getEntry(dn)).as(dn + " for others").isNotNull();
            }
            assertThat(catchThrowableOfType(
                            LDAPSearchException.class, () -> account.search(BASE, SearchScope.SUB, "(objectClass=*)")))
                    .as("searched")
                    .isNotNull();
            assertThat(nobody.getEntry(ANN).hasAttribute("userPassword")).isFalse();
            nobody.bind(ANN, "secret-ann");
            assertThat(nobody.getEntry(ANN, "userPassword").getAttributeValue("userPassword"))
                    .as("one's own, which Debian lets one write")
                    .isEqualTo("secret-ann");
        }
    }

    @Test
    void aGroupElsewhereIsReadWithItsOwnRule() throws Exception {
        Map<String, String> keys = documented();
        keys.put("groupDn", STAFF);
        try (LdapSource source = new LdapSource(keys)) {
            assertThat(catchThrowableOfType(
                            SourceUnavailableException.class, () -> source.find("ann", LdapSourceTest.soon())))
                    .hasMessageContaining("groupDn");
            permit("olcAccess: {1}to dn.subtree=\"ou=groups,dc=example,dc=com\"");
            assertThat(LdapSourceTest.ids(source.search(LdapSourceTest.all(10), LdapSourceTest.soon())))
                    .containsExactly("ann");
        }
        theAccountReadsNoPassword();
    }
}
