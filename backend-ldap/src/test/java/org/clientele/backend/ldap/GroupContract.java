package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code groupDn} does, whatever the server. */
abstract class GroupContract<D extends TestDirectory> extends LdapSourceTest<D> {
    static final String GROUP = "cn=staff," + TestDirectory.BASE;

    static Entry group(String attribute, String... members) throws Exception {
        return switch (attribute) {
            case "memberUid" -> {
                Entry entry = new Entry("dn: " + GROUP, "objectClass: posixGroup", "cn: staff", "gidNumber: 7");
                entry.addAttribute(attribute, members);
                yield entry;
            }
            case "member" -> groupOf("groupOfNames", attribute, members);
            default -> groupOf("groupOfUniqueNames", attribute, members);
        };
    }

    private static Entry groupOf(String objectClass, String attribute, String... members) throws Exception {
        Entry entry = new Entry("dn: " + GROUP, "objectClass: " + objectClass, "cn: staff");
        entry.addAttribute(attribute, members);
        return entry;
    }

    static String dn(int number) {
        return "employeeNumber=" + number + "," + TestDirectory.BASE;
    }

    private static Criterion logins(String... logins) {
        return new Criterion.Ids(Set.of(logins));
    }

    void load(Entry... entries) throws Exception {
        List<Entry> all = new ArrayList<>(Person.entries(
                Person.of(1, "ann").with("mail", "ann@one.example"),
                Person.of(2, "Bob").with("mail", "bob@two.example"),
                Person.of(3, "x*)(y\\,#").with("mail", "x@three.example"),
                Person.of(4, "zoe").with("mail", "zoe@four.example")));
        all.addAll(List.of(entries));
        directory().load(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memberUid", "member", "uniqueMember"})
    void onlyMembersExist(String attribute) throws Exception {
        String[] members = attribute.equals("memberUid")
                ? new String[] {"Bob", "x*)(y\\,#", "nobody"}
                : new String[] {dn(2), dn(3), dn(77)};
        load(group(attribute, members));
        LdapSource everybody = source(Map.of());
        LdapSource staff = source(Map.of("groupDn", GROUP));
        assertThat(ids(everybody.search(all(10), soon()))).containsExactly("ann", "Bob", "x*)(y\\,#", "zoe");
        assertThat(ids(staff.search(all(10), soon()))).containsExactly("Bob", "x*)(y\\,#");
        assertThat(ids(staff.search(words("ann"), soon()))).isEmpty();
        assertThat(ids(staff.search(query(logins("ann", "Bob", "zoe")), soon())))
                .containsExactly("Bob");
        assertThat(everybody.find("ann", soon())).isPresent();
        assertThat(staff.find("ann", soon())).isEmpty();
        assertThat(staff.find("bob", soon())).isPresent();
        assertThat(staff.find("x*)(y\\,#", soon())).isPresent();
        assertThat(staff.find("nobody", soon())).isEmpty();
        CustomerIdQuery customers = new CustomerIdQuery(Optional.empty(), Optional.empty(), 10, true);
        assertThat(staff.customerIds(customers, soon()).ids())
                .extracting(Position::id)
                .containsExactly("bob@two.example", "x@three.example");
        assertThat(staff.condition().findings()).isEmpty();
    }

    @Test
    void aUniqueMemberMayHaveAnIdentifierBehindItsName() throws Exception {
        load(group("uniqueMember", "employeeNumber=2," + TestDirectory.BASE + "#'01'B"));
        LdapSource staff = source(Map.of("groupDn", GROUP));
        assertThat(ids(staff.search(all(10), soon()))).containsExactly("Bob");
    }

    @Test
    void aGroupMayBeBelowGroupDn() throws Exception {
        load(group("memberUid", "ann"));
        LdapSource staff = source(Map.of("groupDn", TestDirectory.BASE, "scope", "one"));
        assertThat(ids(staff.search(all(10), soon()))).containsExactly("ann");
        assertThat(staff.find("ann", soon())).isPresent();
        assertThat(staff.find("zoe", soon())).isEmpty();
    }

    @Test
    void ofEntriesWithOneLoginTheMemberExists() throws Exception {
        load(
                Person.of(5, "same").with("sn", "Outsider").entry(),
                Person.of(6, "same").with("sn", "Insider").entry(),
                group("member", dn(6)));
        LdapSource staff = source(Map.of("groupDn", GROUP));
        assertThat(staff.find("same", soon()).orElseThrow().fields().get("UserLastname"))
                .containsExactly("Insider");
        assertThat(staff.search(all(10), soon()).records().get(0).fields().get("UserLastname"))
                .containsExactly("Insider");
    }

    @Test
    void pagesAreFullOfMembers() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            entries.add(Person.of(number, "user" + (10 + number)).entry());
        }
        String[] members = IntStream.range(0, 60)
                .filter(number -> number % 7 == 0)
                .mapToObj(GroupContract::dn)
                .toArray(String[]::new);
        entries.add(group("member", members));
        directory().load(entries);
        LdapSource staff = source(Map.of("groupDn", GROUP));
        SourcePage page = staff.search(all(4), soon());
        assertThat(ids(page)).containsExactly("user10", "user17", "user24", "user31");
        assertThat(page.more()).isTrue();
        Position after = new Position(OrderKey.of("user31"), "user31");
        SourcePage rest = staff.search(new SourceQuery(Criterion.ALL, Optional.of(after), 10, false), soon());
        assertThat(ids(rest)).containsExactly("user38", "user45", "user52", "user59", "user66");
        assertThat(rest.more()).isFalse();
    }

    @Test
    void aMissingGroupIsAnErrorUntilItIsThere() throws Exception {
        load();
        LdapSource staff = source(Map.of("groupDn", GROUP));
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(() -> staff.search(all(10), soon()), () -> staff.find("ann", soon()))) {
            assertThatThrownBy(call)
                    .isInstanceOf(SourceUnavailableException.class)
                    .hasMessageContaining("groupDn")
                    .extracting("reason")
                    .isEqualTo(Reason.WAITING);
        }
        assertThat(staff.condition().state()).isEqualTo(SourceState.WAITING);
        assertThat(staff.condition().findings()).extracting("key").containsExactly("groupDn");
        load(group("memberUid", "ann"));
        assertThat(staff.find("ann", soon())).isPresent();
        assertThat(staff.condition().state()).isEqualTo(SourceState.READY);
    }

    @Test
    void aGroupWithoutMembersIsSaid() throws Exception {
        load(new Entry("dn: " + GROUP, "objectClass: posixGroup", "cn: staff", "gidNumber: 7"));
        LdapSource staff = source(Map.of("groupDn", GROUP));
        assertThat(ids(staff.search(all(10), soon()))).isEmpty();
        assertThat(staff.condition().state()).isEqualTo(SourceState.READY);
        assertThat(staff.condition().findings()).extracting("key").containsExactly("groupDn");
    }

    private static Entry groupOfNames(String name, String... members) throws Exception {
        Entry entry = new Entry("dn: " + named(name), "objectClass: groupOfNames", "cn: " + name);
        entry.addAttribute("member", members);
        return entry;
    }

    static String named(String group) {
        return "cn=" + group + "," + TestDirectory.BASE;
    }

    /** A person, and a chain of so many groups in groups, the person in the last one. */
    private static List<Entry> chain(int levels) throws Exception {
        List<Entry> entries = new ArrayList<>(List.of(Person.of(1, "deep").entry()));
        for (int level = 0; level <= levels; level++) {
            entries.add(groupOfNames("level" + level, level == levels ? dn(1) : named("level" + (level + 1))));
        }
        return entries;
    }

    @Test
    void membersOfGroupsInGroupsExistWhereThatIsWanted() throws Exception {
        String ugly = "O'Brien, \"Ünal\" <カス> ${a}";
        Entry unique = new Entry(new DN(new RDN("cn", ugly), new DN(TestDirectory.BASE)));
        unique.addAttribute("objectClass", "groupOfUniqueNames");
        unique.addAttribute("cn", ugly);
        unique.addAttribute("uniqueMember", dn(3), GROUP);
        Entry logins = new Entry("dn: " + named("logins"), "objectClass: posixGroup", "cn: logins", "gidNumber: 8");
        logins.addAttribute("memberUid", "ann");
        load(
                groupOfNames("sales", unique.getDN(), named("logins")),
                unique,
                logins,
                groupOfNames("other", dn(4)),
                group("member", dn(2), named("sales"), "cn=gone," + TestDirectory.BASE));
        LdapSource direct = source(Map.of("groupDn", GROUP, "nestedGroups", "0"));
        LdapSource nested = source(Map.of("groupDn", GROUP, "nestedGroups", "1"));
        assertThat(ids(direct.search(all(10), soon()))).containsExactly("Bob");
        SourcePage page = nested.search(all(10), soon());
        assertThat(ids(page)).containsExactly("ann", "Bob", "x*)(y\\,#");
        assertThat(page.truncated()).isFalse();
        assertThat(nested.condition().findings()).isEmpty();
        CustomerIdQuery customers = new CustomerIdQuery(Optional.empty(), Optional.empty(), 10, true);
        assertThat(nested.customerIds(customers, soon()).ids()).hasSize(3);
        for (String member : List.of("ann", "Bob", "x*)(y\\,#")) {
            assertThat(nested.find(member, soon())).as(member).isPresent();
            assertThat(direct.find(member, soon()).isPresent()).as(member).isEqualTo(member.equals("Bob"));
        }
        assertThat(nested.find("zoe", soon())).isEmpty();
    }

    @Test
    void groupsInGroupsAreFollowedTenLevelsDeep() throws Exception {
        directory().load(chain(NestedGroups.DEEPEST));
        LdapSource source = source(Map.of("groupDn", named("level0"), "nestedGroups", "1"));
        SourcePage page = source.search(all(10), soon());
        assertThat(ids(page)).containsExactly("deep");
        assertThat(page.truncated()).isFalse();
        assertThat(source.find("deep", soon())).isPresent();
    }

    @Test
    void deeperGroupsAreNotFollowedAndThatIsSaid() throws Exception {
        directory().load(chain(NestedGroups.DEEPEST + 1));
        LdapSource source = source(Map.of("groupDn", named("level0"), "nestedGroups", "1"));
        SourcePage page = source.search(all(10), soon());
        assertThat(ids(page)).isEmpty();
        assertThat(page.truncated()).isTrue();
        assertThat(source.condition().findings()).extracting("key").containsExactly("groupDn");
        assertThat(reasonOf(() -> source.find("deep", soon()))).isEqualTo(Reason.REQUEST);
    }
}
