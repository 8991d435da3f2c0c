package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** As Active Directory does. */
    @Test
    void membersThatTheServerTellsInPartsAreSaidToBeCut() throws Exception {
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
