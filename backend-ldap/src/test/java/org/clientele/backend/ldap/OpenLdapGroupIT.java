package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenLdapGroupIT extends GroupContract {
    private TestDirectory directory;

    @BeforeAll
    void startServer() throws Exception {
        directory = new OpenLdapDirectory();
    }

    @AfterAll
    void stopServer() throws Exception {
        directory.close();
    }

    @Override
    TestDirectory directory() {
        return directory;
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
