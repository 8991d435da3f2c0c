package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.Validity;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@code vendor = active-directory} does at a domain controller; this one never tells members in parts. */
@Tag("heavy")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SambaIT {
    private static final String PEOPLE = "OU=People," + SambaDomain.BASE;

    private SambaDomain domain;
    private LdapSource source;

    @BeforeAll
    void startDomain() throws Exception {
        LdapLibrary.start();
        domain = new SambaDomain();
        try (LDAPConnection connection = domain.administrator()) {
            connection.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: People");
            for (String name : List.of("ann", "bob", "zoe", "Ünal", "closed")) {
                connection.add(account(name));
            }
            connection.modify(dn("closed"), new Modification(ModificationType.REPLACE, "userAccountControl", "546"));
            connection.add(group("sales", dn("ann")));
            connection.add(group("staff", dn("bob"), dn("sales")));
            connection.modify(dn("sales"), new Modification(ModificationType.ADD, "member", dn("staff")));
        }
    }

    @AfterAll
    void stopDomain() throws Exception {
        domain.close();
    }

    @AfterEach
    void closeSource() {
        source.close();
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

    private static Entry group(String name, String... members) throws Exception {
        Entry entry = new Entry("dn: " + dn(name), "objectClass: group", "sAMAccountName: " + name);
        entry.addAttribute("member", members);
        return entry;
    }

    private LdapSource open(String... more) {
        Map<String, String> keys = new HashMap<>(Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "vendor",
                "active-directory",
                "host",
                SambaDomain.ADDRESS,
                "baseDn",
                PEOPLE,
                "scope",
                "sub",
                "userDn",
                SambaDomain.ADMINISTRATOR,
                "userPw",
                SambaDomain.PASSWORD));
        for (int i = 0; i < more.length; i += 2) {
            keys.put(more[i], more[i + 1]);
        }
        source = new LdapSource(keys);
        return source;
    }

    private static List<String> everybody(LdapSource source) throws Exception {
        return LdapSourceTest.ids(source.search(LdapSourceTest.all(10), LdapSourceTest.soon()));
    }

    @Test
    void accountsAreThereGroupsAndDisabledAccountsAreNot() throws Exception {
        open();
        assertThat(everybody(source)).containsExactly("ann", "bob", "zoe", "Ünal");
        SourceRecord ann = source.find("ANN", LdapSourceTest.soon()).orElseThrow();
        assertThat(ann.fields())
                .containsEntry("UserAddress", List.of("1 Main St"))
                .containsEntry("UserEmail", List.of("ann@example.org"));
        assertThat(source.find("closed", LdapSourceTest.soon()).orElseThrow().validity())
                .isEqualTo(Validity.INVALID);
        assertThat(source.find("staff", LdapSourceTest.soon())).isEmpty();
    }

    @Test
    void theServiceMaySignInByItsPrincipalName() throws Exception {
        open("userDn", "Administrator@example.org");
        assertThat(source.find("ann", LdapSourceTest.soon())).isPresent();
    }

    @Test
    void theNativeIdIsTheGuidThatTheServerFindsAnEntryBy() throws Exception {
        String guid = open().find("ann", LdapSourceTest.soon())
                .orElseThrow()
                .nativeId()
                .orElseThrow();
        try (LDAPConnection connection = domain.administrator()) {
            assertThat(connection.getEntry("<GUID=" + guid + ">").getDN()).isEqualToIgnoringCase(dn("ann"));
            connection.delete(dn("zoe"));
            connection.add(account("zoe"));
        }
        assertThat(source.find("zoe", LdapSourceTest.soon()).orElseThrow().nativeId())
                .isPresent()
                .isNotEqualTo(guid);
    }

    @Test
    void theServerFollowsGroupsInGroups() throws Exception {
        open("groupDn", dn("staff"));
        assertThat(everybody(source)).containsExactly("ann", "bob");
        assertThat(source.find("ann", LdapSourceTest.soon())).isPresent();
        assertThat(source.find("zoe", LdapSourceTest.soon())).isEmpty();
    }

    @Test
    void onlyDirectMembersExistWhereThatIsWanted() throws Exception {
        open("groupDn", dn("staff"), "nestedGroups", "0");
        assertThat(everybody(source)).containsExactly("bob");
    }

    @Test
    void groupsInGroupsAreFollowedHereToo() throws Exception {
        open(
                "vendor",
                "generic",
                "customerKey",
                "sAMAccountName",
                "map.4",
                "UserLogin | Username | sAMAccountName | 1 | 1 | var | | 1 | |",
                "groupDn",
                dn("staff"),
                "nestedGroups",
                "1",
                "alwaysFilter",
                "(objectClass=user)");
        assertThat(everybody(source)).containsExactly("ann", "bob");
        assertThat(source.find("ann", LdapSourceTest.soon())).isPresent();
        assertThat(source.find("zoe", LdapSourceTest.soon())).isEmpty();
    }
}
