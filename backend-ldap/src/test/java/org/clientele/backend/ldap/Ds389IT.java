package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.ServerSideSortRequestControl;
import com.unboundid.ldap.sdk.controls.SortKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code vendor = 389ds} does at a 389 Directory Server. */
@Tag("heavy")
class Ds389IT extends LdapSourceTest<Ds389Directory> {
    private static final int MANY = 30;
    private static final String READER = "cn=reader," + TestDirectory.BASE;
    private static final String LOCKED = "cn=locked," + TestDirectory.BASE;
    private static final String DISABLED = "cn=nsDisabledRole," + TestDirectory.BASE;
    private static final String LOCKS = "cn=locks," + TestDirectory.BASE;

    @Override
    Ds389Directory start() throws Exception {
        return new Ds389Directory();
    }

    @AfterEach
    void restore() throws Exception {
        directory().limit(0);
        directory().lookThrough(5_000);
        directory().letEverybodyRead("targetattr != \"userPassword || aci\"");
    }

    private LdapSource preset(String... more) {
        Map<String, String> keys = new HashMap<>(Map.of("vendor", "389ds"));
        for (int i = 0; i < more.length; i += 2) {
            keys.put(more[i], more[i + 1]);
        }
        return source(keys);
    }

    private static List<String> everybody(LdapSource source) throws Exception {
        return ids(source.search(all(100), soon()));
    }

    private static Optional<String> nativeId(LdapSource source, String login) throws Exception {
        return source.find(login, soon()).orElseThrow().nativeId();
    }

    private void loadMany() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            entries.add(Person.of(i, "user%02d".formatted(i)).entry());
        }
        entries.add(new Entry(
                "dn: " + READER,
                "objectClass: inetOrgPerson",
                "cn: reader",
                "sn: Service",
                "userPassword: geheim ä",
                "nsLookThroughLimit: -1"));
        directory().load(entries);
    }

    @Test
    void aPersonHasTheFieldsOfThePreset() throws Exception {
        directory()
                .load(Person.entries(Person.of(1, "O'Brien")
                        .with("givenName", "カス")
                        .with("sn", "Ünal \"x\" <z> ${a}")
                        .with("mail", "o'brien%_*@example.org")
                        .with("telephoneNumber", "4711")
                        .with("postalAddress", "1 Main St$Springfield")));
        SourceRecord found = preset().find("o'brien", soon()).orElseThrow();
        assertThat(found.name()).isEqualTo("カス Ünal \"x\" <z> ${a}");
        assertThat(found.fields())
                .containsEntry("UserLogin", List.of("O'Brien"))
                .containsEntry("UserFirstname", List.of("カス"))
                .containsEntry("UserLastname", List.of("Ünal \"x\" <z> ${a}"))
                .containsEntry("UserEmail", List.of("o'brien%_*@example.org"))
                .containsEntry("UserCustomerID", List.of("o'brien%_*@example.org"))
                .containsEntry("UserPhone", List.of("4711"))
                .containsEntry("UserAddress", List.of("1 Main St\nSpringfield"));
        Criterion email = new Criterion.Email("O'Brien%_*@example.org");
        assertThat(ids(preset().search(query(email), soon()))).containsExactly("O'Brien");
    }

    /** What locks a role is what {@code dsidm … role lock} makes. */
    @Test
    void whoIsLockedHimselfOrByARoleIsInvalid() throws Exception {
        Entry template = new Entry("cn=\"" + DISABLED + "\"," + LOCKS);
        template.addAttribute("objectClass", "extensibleObject", "cosTemplate", "ldapSubentry");
        template.addAttribute("nsAccountLock", "true");
        List<Entry> entries = new ArrayList<>(Person.entries(
                Person.of(1, "open").with("nsAccountLock", "false"),
                Person.of(2, "closed").with("nsAccountLock", "TRUE"),
                Person.of(3, "left").with("nsRoleDn", LOCKED)));
        entries.add(subentry(LOCKED, "nsRoleDefinition", "nsSimpleRoleDefinition", "nsManagedRoleDefinition"));
        Entry locking = subentry(DISABLED, "nsRoleDefinition", "nsComplexRoleDefinition", "nsNestedRoleDefinition");
        locking.addAttribute("nsRoleDn", LOCKED);
        entries.add(locking);
        entries.add(new Entry("dn: " + LOCKS, "objectClass: nsContainer", "cn: locks"));
        entries.add(template);
        Entry cos = subentry("cn=locking," + TestDirectory.BASE, "cosSuperDefinition", "cosClassicDefinition");
        cos.addAttribute("cosTemplateDn", LOCKS);
        cos.addAttribute("cosSpecifier", "nsRole");
        cos.addAttribute("cosAttribute", "nsAccountLock operational");
        entries.add(cos);
        directory().load(entries);
        LdapSource source = preset();
        // the server takes note of roles and of what they bring a moment later
        await().untilAsserted(() -> assertThat(everybody(source)).containsExactly("open"));
        SourceQuery withInvalid = new SourceQuery(Criterion.ALL, Optional.empty(), 10, true);
        assertThat(source.search(withInvalid, soon()).records())
                .extracting(SourceRecord::validity)
                .containsExactly(Validity.INVALID, Validity.INVALID, Validity.VALID);
        assertThat(source.find("left", soon()).orElseThrow().validity()).isEqualTo(Validity.INVALID);
    }

    private static Entry subentry(String dn, String... classes) throws Exception {
        Entry entry = new Entry("dn: " + dn, "objectClass: ldapSubentry");
        entry.addAttribute("objectClass", classes);
        return entry;
    }

    @Test
    void nobodyIsValidForAnAccountThatMayNotSeeLocks() throws Exception {
        directory().load(Person.entries(Person.of(1, "ann")));
        directory().letEverybodyRead("targetattr = \"objectClass || uid || cn || sn || mail || nsUniqueId\"");
        LdapSource source = preset();
        assertThat(everybody(source)).isEmpty();
        assertThat(source.find("ann", soon()).orElseThrow().validity()).isEqualTo(Validity.INVALID);
        assertThat(everybody(preset("validFilter", ""))).containsExactly("ann");
    }

    @Test
    void theNativeIdIsThatOfTheEntryAndNotOfTheLogin() throws Exception {
        List<Entry> people = Person.entries(Person.of(1, "ann"), Person.of(2, "bob"));
        directory().load(people);
        LdapSource source = preset();
        String ann = nativeId(source, "ann").orElseThrow();
        String uuid = nativeId(preset("vendor", "generic"), "ann").orElseThrow();
        String rename = "employeeNumber=7";
        try (LDAPConnection connection = directory().administrator()) {
            Entry entry = connection.getEntry(people.get(0).getDN(), "nsUniqueId", "entryUUID");
            assertThat(ann).isEqualTo(entry.getAttributeValue("nsUniqueId")).matches("([0-9a-f]{8}-){3}[0-9a-f]{8}");
            assertThat(uuid).isEqualTo(entry.getAttributeValue("entryUUID")).matches("[0-9a-f-]{36}");
            connection.modifyDN(people.get(0).getDN(), rename, true);
            assertThat(nativeId(source, "ann")).as("renamed").contains(ann);
            connection.delete(rename + "," + TestDirectory.BASE);
            connection.add(people.get(0));
        }
        assertThat(nativeId(source, "ann"))
                .as("another with the login")
                .isPresent()
                .isNotEqualTo(Optional.of(ann));
    }

    @Test
    void membersOfGroupsInGroupsExistWhereThatIsWanted() throws Exception {
        String staff = "cn=staff," + TestDirectory.BASE;
        String sales = "cn=O'Brien\\, \\\"Ünal\\\"," + TestDirectory.BASE;
        List<Entry> entries =
                new ArrayList<>(Person.entries(Person.of(1, "ann"), Person.of(2, "bob"), Person.of(3, "zoe")));
        Entry direct = new Entry("dn: " + staff, "objectClass: groupOfNames");
        direct.addAttribute("member", entries.get(0).getDN(), sales);
        Entry nested = new Entry("dn: " + sales, "objectClass: groupOfUniqueNames");
        nested.addAttribute("uniqueMember", entries.get(1).getDN(), staff);
        entries.addAll(List.of(direct, nested));
        directory().load(entries);
        assertThat(everybody(preset("groupDn", staff))).containsExactly("ann");
        LdapSource source = preset("groupDn", staff, "nestedGroups", "1");
        assertThat(everybody(source)).containsExactly("ann", "bob");
        assertThat(source.find("bob", soon())).isPresent();
        assertThat(source.find("zoe", soon())).isEmpty();
    }

    @Test
    void theSizeLimitCountsForAPageAndNoOrderIsAskedFor() throws Exception {
        loadMany();
        directory().limit(4);
        LdapSource source = preset("searchListLimit", "3");
        assertThat(everybody(source)).hasSize(MANY);
        assertThat(source.condition().findings()).isEmpty();
        assertThat(directory().accessLog()).contains("Paged Search").doesNotContain(" SORT ");
        SearchRequest sorted = new SearchRequest(TestDirectory.BASE, SearchScope.SUB, "(uid=*)");
        sorted.addControl(new ServerSideSortRequestControl(new SortKey("uid")));
        try (LDAPConnection connection = directory().administrator()) {
            connection.search(sorted);
        }
        assertThat(directory().accessLog()).contains(" SORT uid ");
    }

    @Test
    void aLimitOfWhatIsLookedThroughCutsAListUnlessTheAccountIsFreeOfIt() throws Exception {
        loadMany();
        directory().lookThrough(10);
        LdapSource source = preset();
        SourcePage part = source.search(all(100), soon());
        assertThat(part.records()).isNotEmpty().hasSizeLessThan(10);
        assertThat(part.truncated()).isTrue();
        LimitsContract.assertSaid(source, "its limit is too low (adminLimitExceeded)");
        assertThat(source.find("user29", soon())).isPresent();
        LdapSource free = preset("userDn", READER, "userPw", "geheim ä");
        assertThat(everybody(free)).hasSize(MANY);
        assertThat(free.condition().findings()).isEmpty();
    }

    @Test
    void aSearchThatLooksThroughTooMuchMakesNoLaterListSlow() throws Exception {
        loadMany();
        directory().lookThrough(10);
        LdapSource source = preset("searchFields", "title", "searchListLimit", "10");
        SourcePage nothing = source.search(words("rare"), soon());
        assertThat(nothing.records()).isEmpty();
        assertThat(nothing.truncated()).isTrue();
        directory().lookThrough(5_000);
        long before = pages();
        assertThat(everybody(source)).hasSize(MANY);
        assertThat(pages() - before).isLessThan(5);
    }

    private long pages() throws Exception {
        return directory()
                .accessLog()
                .lines()
                .filter(line -> line.contains("Paged Search"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "ldaps"})
    void anAccountSignsInWithTls(String tls) throws Exception {
        loadMany();
        int port = tls.equals("ldaps") ? directory().ldapsPort() : directory().port();
        LdapSource source = preset(
                "tls",
                tls,
                "port",
                Integer.toString(port),
                "trustStore",
                directory().trust().toString(),
                "userDn",
                READER,
                "userPw",
                "geheim ä");
        assertThat(everybody(source)).hasSize(MANY);
    }
}
