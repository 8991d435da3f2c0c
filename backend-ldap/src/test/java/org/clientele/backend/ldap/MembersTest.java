package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.directory.api.ldap.model.entry.DefaultEntry;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.clientele.backend.ldap.PageCollector.Found;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static Found person(String login, String dn) throws Exception {
        return new Found(login, new DefaultEntry(dn), true);
    }

    private static Entry group(String... attributes) throws Exception {
        return new DefaultEntry("cn=staff", (Object[]) attributes);
    }

    @Test
    void nobodyIsForgottenUnlessItIsSaid() throws Exception {
        Members members = new Members(2);
        assertThat(members.isEmpty()).isTrue();
        members.add(group("memberUid: ann", "memberUid: bob"));
        members.add(group("memberUid: ann"));
        assertThat(members.isCut()).isFalse();
        members.add(group("member: uid=zoe"));
        assertThat(members.isCut()).isTrue();
        assertThat(members.contain(person("ann", "uid=ann"))).isTrue();
        assertThat(members.contain(person("bob", "uid=bob"))).isTrue();
        assertThat(members.contain(person("zoe", "uid=zoe"))).isFalse();
    }

    @Test
    void namesAreTheSameHoweverTheyAreWritten() throws Exception {
        Members members = new Members(10);
        members.add(group("member: CN=Doe\\2C John+UID=7,OU=Sales  Dept, DC=Example", "uniqueMember: uid=a#'0101'B"));
        assertThat(members.contain(person("x", "uid=7+cn=doe\\, john,ou=sales dept,dc=example")))
                .isTrue();
        assertThat(members.contain(person("x", "uid=a"))).isTrue();
        assertThat(members.contain(person("x", "uid=7,ou=sales dept,dc=example")))
                .isFalse();
    }

    @Test
    void whatIsNoNameIsNobody() throws Exception {
        Members members = new Members(10);
        members.add(group("member: nobody at all", "mail: uid=a"));
        assertThat(members.isEmpty()).isTrue();
    }
}
