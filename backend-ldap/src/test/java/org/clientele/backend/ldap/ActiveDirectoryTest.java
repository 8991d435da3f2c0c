package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code vendor = active-directory} does, at a server that answers in its way. */
class ActiveDirectoryTest extends LdapSourceTest<InMemoryDirectory> {
    private static final Map<String, String> VENDOR = Map.of("vendor", "active-directory");
    private static final byte[] GUID = HexFormat.of().parseHex("ff00807f01fe8d424142d44554aa0102");
    private static final String GROUP = "cn=staff," + TestDirectory.BASE;

    private final ActiveDirectoryRules rules = new ActiveDirectoryRules();

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory(rules);
    }

    @AfterEach
    void tellWhole() {
        rules.tellInParts(Integer.MAX_VALUE, false);
    }

    private static Entry account(String name, int control) throws Exception {
        Entry entry = new Entry("dn: " + dn(name), "cn: " + name);
        entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "user");
        entry.addAttribute("objectCategory", "person");
        entry.addAttribute("sAMAccountName", name);
        entry.addAttribute("mail", name + "@example.org");
        entry.addAttribute("userAccountControl", Integer.toString(control));
        return entry;
    }

    private static String dn(String name) {
        return "CN=" + name + "," + TestDirectory.BASE;
    }

    private static Entry group(String dn, List<String> members) throws Exception {
        Entry entry = new Entry("dn: " + dn, "objectClass: group");
        entry.addAttribute("member", members);
        return entry;
    }

    private LdapSource with(String... more) {
        Map<String, String> keys = new HashMap<>(VENDOR);
        for (int i = 0; i < more.length; i += 2) {
            keys.put(more[i], more[i + 1]);
        }
        return source(keys);
    }

    @Test
    void loginsIdentitiesAndDisabledAccountsAreKnownWithoutFurtherKeys() throws Exception {
        Entry ann = account("ann", 512);
        ann.addAttribute("objectGUID", GUID);
        Entry computer = account("printer$", 4096);
        computer.setAttribute("objectCategory", "computer");
        Entry contact = account("contact", 512);
        contact.setAttribute("objectClass", "top", "person", "organizationalPerson", "contact");
        directory().load(List.of(ann, account("ex", 514), account("Ünal", 66048), computer, contact));
        LdapSource source = with();
        assertThat(source.condition().findings()).isEmpty();
        assertThat(ids(source.search(all(10), soon()))).containsExactly("ann", "Ünal");
        SourceRecord found = source.find("ANN", soon()).orElseThrow();
        assertThat(found.nativeId()).contains("7f8000ff-fe01-428d-4142-d44554aa0102");
        assertThat(found.fields()).containsEntry("UserEmail", List.of("ann@example.org"));
        assertThat(source.find("ex", soon()).orElseThrow().validity()).isEqualTo(Validity.INVALID);
        assertThat(source.find("contact", soon())).isEmpty();
        assertThat(ids(source.search(words("ünal"), soon()))).containsExactly("Ünal");
        assertThat(ids(source(Map.of()).search(all(10), soon())))
                .as("without the vendor nobody has a login")
                .isEmpty();
        assertThat(source(Map.of("customerKey", "cn", "map.4", "UserLogin | Username | cn | 1 | 1 | var | | 1 | |"))
                        .find("ex", soon())
                        .orElseThrow()
                        .validity())
                .isEqualTo(Validity.VALID);
    }

    @Test
    void aKeyThatIsGivenWins() throws Exception {
        directory().load(List.of(account("ann", 512), account("ex", 514)));
        LdapSource source = with("validFilter", "", "alwaysFilter", "(cn=ex)");
        assertThat(ids(source.search(all(10), soon()))).containsExactly("ex");
        assertThat(source.find("ex", soon()).orElseThrow().validity()).isEqualTo(Validity.VALID);
    }

    @Test
    void theServerFollowsGroupsInGroups() throws Exception {
        directory()
                .load(List.of(
                        account("ann", 512),
                        account("bob", 512),
                        account("zoe", 512),
                        group(GROUP, List.of(dn("bob"), "cn=sales," + TestDirectory.BASE)),
                        group("cn=sales," + TestDirectory.BASE, List.of(dn("ann"), GROUP))));
        LdapSource nested = with("groupDn", GROUP);
        int before = directory().searches();
        assertThat(ids(nested.search(all(10), soon()))).containsExactly("ann", "bob");
        assertThat(directory().searches() - before).as("groupDn and the people").isEqualTo(2);
        assertThat(nested.find("ann", soon())).isPresent();
        assertThat(nested.find("zoe", soon())).isEmpty();
        LdapSource direct = with("groupDn", GROUP, "nestedGroups", "0");
        assertThat(ids(direct.search(all(10), soon()))).containsExactly("bob");
        assertThat(direct.find("ann", soon())).isEmpty();
        assertThat(ids(with("groupDn", TestDirectory.BASE).search(all(10), soon())))
                .as("all groups below an entry")
                .containsExactly("ann", "bob");
        LdapSource noGroup = with("groupDn", dn("zoe"));
        assertThat(ids(noGroup.search(all(10), soon()))).isEmpty();
        assertThat(noGroup.condition().findings()).extracting("key").containsExactly("groupDn");
    }

    @Test
    void moreGroupsThanAreAskedForAreSaid() throws Exception {
        List<Entry> entries = new ArrayList<>(List.of(account("ann", 512)));
        for (int i = 0; i <= 100; i++) {
            entries.add(group("cn=group" + i + "," + TestDirectory.BASE, List.of(dn("ann"))));
        }
        directory().load(entries);
        LdapSource source = with("groupDn", TestDirectory.BASE);
        SourcePage page = source.search(all(10), soon());
        assertThat(ids(page)).containsExactly("ann");
        assertThat(page.truncated()).isTrue();
        assertThat(source.condition().findings()).extracting("key").containsExactly("groupDn");
    }

    @Test
    void allPartsOfALongGroupAreRead() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int i = 10; i < 33; i++) {
            entries.add(account("user" + i, 512));
        }
        entries.add(group(
                GROUP,
                IntStream.range(10, 33)
                        .filter(i -> i != 20)
                        .mapToObj(i -> dn("user" + i))
                        .toList()));
        directory().load(entries);
        rules.tellInParts(5, false);
        LdapSource source = with("groupDn", GROUP, "nestedGroups", "0");
        SourcePage page = source.search(all(100), soon());
        assertThat(page.records()).hasSize(22);
        assertThat(ids(page)).contains("user10", "user32").doesNotContain("user20");
        assertThat(page.truncated()).isFalse();
        assertThat(source.condition().findings()).isEmpty();
    }

    @Test
    void aServerThatTellsOnePartAgainAndAgainIsAskedOnceMore() throws Exception {
        directory()
                .load(List.of(
                        account("ann", 512),
                        account("bob", 512),
                        group(GROUP, List.of(dn("ann"), dn("bob"), dn("zoe")))));
        rules.tellInParts(1, true);
        LdapSource source = with("groupDn", GROUP, "nestedGroups", "0");
        int before = directory().searches();
        SourcePage page = source.search(new SourceQuery(Criterion.ALL, Optional.empty(), 10, true), soon());
        assertThat(ids(page)).containsExactly("ann");
        assertThat(page.truncated()).isTrue();
        assertThat(directory().searches() - before)
                .as("the group, a part, the people, who of them is valid")
                .isEqualTo(4);
    }
}
