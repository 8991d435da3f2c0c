package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.TestStep;
import org.clientele.Validity;
import org.clientele.spi.SourceRecord;
import org.clientele.testkit.server.TestCa;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code docs/ldap.md} says of Active Directory, step by step at a domain controller; this one never tells members in parts.
 */
@Tag("heavy")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SambaIT {
    private static final String PAGE = "ldap.md";
    private static final String PEOPLE = "OU=People," + SambaDomain.BASE;

    private final List<LdapSource> opened = new ArrayList<>();
    private SambaDomain domain;
    private Path trust;
    private String customers;

    @BeforeAll
    void startDomain(@TempDir Path files) throws Exception {
        LdapLibrary.start();
        domain = new SambaDomain();
        trust = domain.ca().saveDer(files.resolve("ldap-ca.cer"));
        makeAccount();
        customers = groupLine().get("groupDn");
        try (LDAPConnection connection = domain.administrator()) {
            connection.add("dn: " + PEOPLE, "objectClass: organizationalUnit");
            connection.add("dn: OU=Groups," + SambaDomain.BASE, "objectClass: organizationalUnit");
            for (String name : List.of("ann", "bob", "zoe", "Ünal", "closed")) {
                connection.add(account(name));
            }
            connection.modify(dn("closed"), new Modification(ModificationType.REPLACE, "userAccountControl", "546"));
            connection.add(group(dn("sales"), "sales", dn("ann")));
            connection.add(group(customers, "customers", dn("bob"), dn("sales")));
            connection.modify(dn("sales"), new Modification(ModificationType.ADD, "member", customers));
        }
    }

    /** As the page says; the password that it asks for stands at the end. */
    private void makeAccount() throws Exception {
        for (String line : new DocumentedPage(PAGE)
                .block("samba-tool ou create OU=Service")
                .lines()
                .toList()) {
            List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
            assertThat(arguments.remove(0)).isEqualTo("samba-tool");
            arguments.add(domain.configuration());
            if (arguments.contains("create") && arguments.contains("user")) {
                arguments.add(SambaDomain.PASSWORD);
            }
            domain.tool(arguments);
        }
    }

    @AfterAll
    void stopDomain() throws Exception {
        domain.close();
    }

    @AfterEach
    void closeSources() {
        opened.forEach(LdapSource::close);
        opened.clear();
    }

    private static String dn(String name) {
        return "CN=" + name + "," + PEOPLE;
    }

    /** Without a password an account may only be there if none is demanded of it: bit 6. */
    private static Entry account(String name) throws Exception {
        return new Entry(
                "dn: " + dn(name),
                "objectClass: user",
                "sAMAccountName: " + name,
                "givenName: First",
                "sn: " + name,
                "mail: " + name + "@example.org",
                "streetAddress: 1 Main St",
                "userAccountControl: 544");
    }

    private static Entry group(String dn, String name, String... members) throws Exception {
        Entry entry = new Entry("dn: " + dn, "objectClass: group", "sAMAccountName: " + name);
        entry.addAttribute("member", members);
        return entry;
    }

    private static Map<String, String> groupLine() throws Exception {
        return DocumentedPage.keys(
                new DocumentedPage(PAGE).block("groupDn = CN=Support Customers,OU=Groups," + SambaDomain.BASE),
                UnaryOperator.identity());
    }

    /** The documented file, with the address of this server and the files of this test. */
    private Map<String, String> keys(String... more) throws Exception {
        Map<String, String> keys = DocumentedPage.keys(
                new DocumentedPage(PAGE).block("vendor = active-directory"), UnaryOperator.identity());
        keys.put("host", SambaDomain.ADDRESS);
        keys.put("trustStore", trust.toString());
        keys.put("userPw", SambaDomain.PASSWORD);
        for (int i = 0; i < more.length; i += 2) {
            keys.put(more[i], more[i + 1]);
        }
        return keys;
    }

    private LdapSource open(String... more) throws Exception {
        LdapSource source = new LdapSource(keys(more));
        opened.add(source);
        return source;
    }

    private List<TestStep> tested(String... more) throws Exception {
        List<String> keys = new ArrayList<>();
        keys(more).forEach((key, value) -> keys.addAll(List.of(key, value)));
        return TestableLdapContract.test(SambaDomain.ADDRESS, keys.toArray(String[]::new));
    }

    private static List<String> everybody(LdapSource source) throws Exception {
        return LdapSourceTest.ids(source.search(LdapSourceTest.all(10), LdapSourceTest.soon()));
    }

    private static SourceRecord find(LdapSource source, String login) throws Exception {
        return source.find(login, LdapSourceTest.soon()).orElseThrow();
    }

    private static SourceUnavailableException failure(LdapSource source) {
        return catchThrowableOfType(SourceUnavailableException.class, () -> source.find("ann", LdapSourceTest.soon()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "starttls"})
    void accountsAreThereGroupsAndDisabledAccountsAreNot(String tls) throws Exception {
        LdapSource source = open("tls", tls);
        assertThat(everybody(source)).containsExactly("ann", "bob", "zoe", "Ünal");
        assertThat(find(source, "ANN").fields())
                .containsEntry("UserAddress", List.of("1 Main St"))
                .containsEntry("UserEmail", List.of("ann@example.org"));
        assertThat(find(source, "closed").validity()).isEqualTo(Validity.INVALID);
        assertThat(source.find("sales", LdapSourceTest.soon())).isEmpty();
        assertThat(source.condition().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "starttls"})
    void theTestOfTheDocumentedFilePasses(String tls) throws Exception {
        List<TestStep> steps = tested("tls", tls);
        // warned of a certificate that is good for two days
        assertThat(TestableLdapContract.results(steps))
                .isEqualTo("settings=passed name-resolution=passed connect=passed tls=warned bind=passed root=passed"
                        + " base=passed filters=passed entries=passed");
        assertThat(TestableLdapContract.step(steps, "bind").message()).endsWith(" lets clientele@example.com in");
        assertThat(TestableLdapContract.step(steps, "root").message()).startsWith("Samba Team");
        assertThat(TestableLdapContract.step(steps, "entries").details())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("ann: "));
    }

    @Test
    void theFileOfTheAuthorityMayBeOneThatWindowsWrites() throws Exception {
        Path pem = Files.createTempFile("ldap-ca", ".cer");
        try {
            Files.writeString(pem, Files.readString(domain.ca().savePem(pem)).replace("\n", "\r\n"));
            assertThat(find(open("trustStore", pem.toString()), "ann").id()).isEqualTo("ann");
        } finally {
            Files.delete(pem);
        }
    }

    @Test
    void theServiceMaySignInByItsDn() throws Exception {
        LdapSource source = open("userDn", "CN=clientele,OU=Service," + SambaDomain.BASE);
        assertThat(find(source, "ann").id()).isEqualTo("ann");
    }

    @Test
    void aPasswordInClearTextIsRefusedAndWhatToDoIsSaid() throws Exception {
        String said = "ldap://" + SambaDomain.ADDRESS + ":389 refused the sign-in of userDn: strongAuthRequired; it"
                + " demands encryption: write tls = starttls or tls = ldaps";
        SourceUnavailableException failure = failure(open("tls", "none", "trustStore", ""));
        assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
        assertThat(failure).hasMessage(said);
        TestStep bind = TestableLdapContract.step(tested("tls", "none", "trustStore", ""), "bind");
        assertThat(bind.result()).isEqualTo(TestStep.Result.FAILED);
        assertThat(bind.message()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "none, ', and with them tls = starttls or tls = ldaps'",
        "ldaps, ''",
    })
    void whoDoesNotSignInIsRefusedAndWhatToDoIsSaid(String tls, String more) throws Exception {
        LdapSource source =
                open("tls", tls, "userDn", "", "userPw", "", "trustStore", tls.equals("none") ? "" : trust.toString());
        assertThat(failure(source))
                .hasMessage(
                        "The directory server refused the search (operationsError); it may serve only who has signed"
                                + " in: give userDn and userPw" + more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "starttls"})
    void aServerOfAnotherAuthorityNeverHearsThePassword(String tls, @TempDir Path files) throws Exception {
        Path another = new TestCa("CN=Another CA").savePem(files.resolve("another.pem"));
        assertThat(failure(open("tls", tls, "trustStore", another.toString())))
                .hasMessageContaining("its certificate comes from no CA that we trust");
    }

    @Test
    void aWrongPasswordIsRefusedAndRests() throws Exception {
        LdapSource source = open("userPw", "wrong");
        assertThat(failure(source)).hasMessageEndingWith("refused the sign-in of userDn: invalidCredentials");
        assertThat(failure(source)).hasMessageContaining("so that the account is not locked");
    }

    /** The page says which scheme a domain controller refers by. */
    @ParameterizedTest
    @CsvSource({"ldaps, ldaps", "starttls, ldap"})
    void ofAWholeDomainTheOtherPartsAreNamed(String tls, String scheme) throws Exception {
        LdapSource source = open("tls", tls, "baseDn", SambaDomain.BASE);
        assertThat(everybody(source)).contains("ann", "clientele");
        assertThat(source.condition().findings())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains(" " + scheme + "://example.com/");
    }

    @Test
    void theNativeIdIsTheGuidThatTheServerFindsAnEntryBy() throws Exception {
        String guid = find(open(), "ann").nativeId().orElseThrow();
        try (LDAPConnection connection = domain.administrator()) {
            assertThat(connection.getEntry("<GUID=" + guid + ">").getDN()).isEqualToIgnoringCase(dn("ann"));
        }
    }

    @Test
    void whoeverInheritsALoginHasAnotherNativeId() throws Exception {
        LdapSource source = open();
        String before = find(source, "zoe").nativeId().orElseThrow();
        assertThat(find(source, "zoe").nativeId()).as("asked again").contains(before);
        try (LDAPConnection connection = domain.administrator()) {
            connection.delete(dn("zoe"));
            assertThat(source.find("zoe", LdapSourceTest.soon())).isEmpty();
            connection.add(account("zoe"));
        }
        SourceRecord after = find(source, "ZOE");
        assertThat(after.id()).isEqualTo("zoe");
        assertThat(after.nativeId()).isPresent().get().isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "starttls"})
    void theServerFollowsGroupsInGroups(String tls) throws Exception {
        LdapSource source = open("tls", tls, "groupDn", customers);
        assertThat(everybody(source)).containsExactly("ann", "bob");
        assertThat(find(source, "ann").id()).isEqualTo("ann");
        assertThat(source.find("zoe", LdapSourceTest.soon())).isEmpty();
    }

    @Test
    void onlyDirectMembersExistWhereThatIsWanted() throws Exception {
        assertThat(everybody(open("groupDn", customers, "nestedGroups", "0"))).containsExactly("bob");
    }

    @Test
    void groupsInGroupsAreFollowedHereToo() throws Exception {
        LdapSource source = open(
                "vendor",
                "generic",
                "customerKey",
                "sAMAccountName",
                "map.4",
                "UserLogin | Username | sAMAccountName | 1 | 1 | var | | 1 | |",
                "groupDn",
                customers,
                "nestedGroups",
                "1",
                "alwaysFilter",
                "(objectClass=user)");
        assertThat(everybody(source)).containsExactly("ann", "bob");
        assertThat(find(source, "ann").id()).isEqualTo("ann");
        assertThat(source.find("zoe", LdapSourceTest.soon())).isEmpty();
    }
}
