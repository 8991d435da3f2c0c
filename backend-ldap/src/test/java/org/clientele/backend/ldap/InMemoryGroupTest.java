package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.SourcePage;
import org.junit.jupiter.api.Test;

class InMemoryGroupTest extends GroupContract<InMemoryDirectory> {

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    @Test
    void aPageCostsOneQuestionForAllItsHitsAndALookUpOneForItself() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            entries.add(Person.of(number, "user" + number).entry());
        }
        Entry group = new Entry("dn: cn=staff," + TestDirectory.BASE, "objectClass: posixGroup", "cn: staff");
        group.addAttribute(
                "memberUid", IntStream.range(0, 30).mapToObj(i -> "user" + i).toList());
        entries.add(group);
        directory().load(entries);
        LdapSource staff = source(Map.of("groupDn", group.getDN()));
        int before = directory().searches();
        assertThat(staff.search(all(20), soon()).records()).hasSize(20);
        assertThat(directory().searches() - before).isEqualTo(2);
        assertThat(staff.find("user7", soon())).isPresent();
        assertThat(directory().searches() - before).isEqualTo(4);
    }

    @Test
    void aLevelOfGroupsCostsOneQuestionForAllItsGroups() throws Exception {
        List<Entry> entries = new ArrayList<>(List.of(Person.of(1, "ann").entry()));
        List<String> sections =
                IntStream.range(0, 40).mapToObj(i -> named("section" + i)).toList();
        Entry staff = new Entry("dn: " + GROUP, "objectClass: groupOfNames", "cn: staff");
        staff.addAttribute("member", sections);
        entries.add(staff);
        for (String section : sections) {
            entries.add(new Entry("dn: " + section, "objectClass: groupOfNames", "member: " + dn(1)));
        }
        directory().load(entries);
        LdapSource source = source(Map.of("groupDn", GROUP, "nestedGroups", "1"));
        assertThat(source.find("ann", soon())).isPresent();
        int before = directory().searches();
        assertThat(ids(source.search(all(10), soon()))).containsExactly("ann");
        assertThat(directory().searches() - before)
                .as("groupDn, the names of groups, a level, the people")
                .isEqualTo(4);
        assertThat(source.find("ann", soon())).isPresent();
        assertThat(directory().searches() - before)
                .as("the person, groupDn, two levels")
                .isEqualTo(8);
    }

    @Test
    void moreGroupsThanAreFollowedAreSaid() throws Exception {
        List<String> groups = IntStream.range(0, NestedGroups.MOST_GROUPS)
                .mapToObj(i -> named("group" + i))
                .toList();
        Entry staff = new Entry("dn: " + GROUP, "objectClass: groupOfNames", "cn: staff");
        staff.addAttribute("member", groups);
        List<Entry> entries =
                new ArrayList<>(Person.entries(Person.of(1, "ann"), Person.of(2, "lonely"), Person.of(3, "many")));
        entries.add(staff);
        for (String group : groups) {
            entries.add(new Entry("dn: " + group, "objectClass: groupOfNames", "member: " + dn(1)));
        }
        directory().load(entries);
        LdapSource source = source(Map.of("groupDn", GROUP, "nestedGroups", "1"));
        SourcePage page = source.search(all(10), soon());
        assertThat(ids(page)).containsExactly("ann");
        assertThat(page.truncated()).isFalse();
        Entry last = new Entry("dn: " + named("last"), "objectClass: groupOfNames", "cn: last");
        last.addAttribute("member", dn(2));
        staff.addAttribute("member", last.getDN());
        entries.add(last);
        for (int i = 0; i <= NestedGroups.MOST_GROUPS; i++) {
            entries.add(new Entry("dn: " + named("else" + i), "objectClass: groupOfNames", "member: " + dn(3)));
        }
        directory().load(entries);
        SourcePage cut = source.search(all(10), soon());
        assertThat(cut.truncated()).isTrue();
        assertThat(source.condition().findings()).extracting("key").containsExactly("groupDn");
        assertThat(source.find("lonely", soon())).isPresent();
        assertThat(reasonOf(() -> source.find("many", soon()))).isEqualTo(Reason.REQUEST);
    }

    @Test
    void aPartWithoutAFollowingOneIsSaidToBeCut() throws Exception {
        Entry group = new Entry("dn: cn=staff," + TestDirectory.BASE, "objectClass: group", "cn: staff");
        group.addAttribute("memberUid", "ann");
        group.addAttribute("member;range=0-0", "employeeNumber=2," + TestDirectory.BASE);
        List<Entry> entries =
                new ArrayList<>(Person.entries(Person.of(1, "ann"), Person.of(2, "bob"), Person.of(3, "zoe")));
        entries.add(group);
        directory().load(entries);
        LdapSource staff = source(Map.of("groupDn", group.getDN()));
        SourcePage page = staff.search(all(10), soon());
        assertThat(ids(page)).containsExactly("ann", "bob");
        assertThat(page.truncated()).isTrue();
        assertThat(staff.condition().findings()).extracting("key").containsExactly("groupDn");
        CustomerIdQuery customers = new CustomerIdQuery(Optional.empty(), Optional.empty(), 10, true);
        assertThat(staff.customerIds(customers, soon()).truncated()).isTrue();
        assertThat(staff.find("ann", soon())).isPresent();
    }
}
