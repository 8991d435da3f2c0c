package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenLdapGroupIT extends GroupContract<OpenLdapDirectory> {

    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory();
    }

    @Test
    void membersMayBeWrittenInAnotherWayThanTheirEntries() throws Exception {
        load(group("member", "EmployeeNumber=2,  DC=Example,dc=ORG"));
        LdapSource staff = source(Map.of("groupDn", GROUP.toUpperCase(Locale.ROOT)));
        assertThat(ids(staff.search(all(10), soon()))).containsExactly("Bob");
        assertThat(staff.find("bob", soon())).isPresent();
        assertThat(staff.find("ann", soon())).isEmpty();
    }
}
