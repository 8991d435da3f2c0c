package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clientele.spi.SourcePage;
import org.junit.jupiter.api.Test;

class OpenLdapLimitsIT extends LimitsContract<OpenLdapDirectory> {

    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory();
    }

    @Test
    void aTotalOfAllPagesCutsAListInItsMiddle() throws Exception {
        try (OpenLdapDirectory strict = new OpenLdapDirectory("sizelimit size.prtotal=3")) {
            strict.load(Person.entries(Person.of(1, "a"), Person.of(2, "b"), Person.of(3, "c"), Person.of(4, "d")));
            LdapSource source = source(Map.of("port", Integer.toString(strict.port()), "searchListLimit", "2"));
            SourcePage part = source.search(all(10), soon());
            assertThat(part.records()).hasSize(3);
            assertThat(part.truncated()).isTrue();
            assertSaid(source, "its limit is too low (sizeLimitExceeded)");
            LdapSource admin = source(Map.of(
                    "port",
                    Integer.toString(strict.port()),
                    "userDn",
                    TestDirectory.ADMIN,
                    "userPw",
                    TestDirectory.ADMIN_PASSWORD));
            assertThat(ids(admin.search(all(10), soon()))).containsExactly("a", "b", "c", "d");
            assertThat(admin.condition().findings()).isEmpty();
        }
    }
}
