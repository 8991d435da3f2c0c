package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Validity;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.SourceQuery.Position;
import org.junit.jupiter.api.Test;

/** Locks of OpenLDAP's overlay ppolicy. */
class OpenLdapPasswordPolicyIT extends LdapSourceTest<OpenLdapDirectory> {
    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory(List.of("ppolicy"));
    }

    private void lock(int number, String since) throws Exception {
        try (LDAPConnection connection = new LDAPConnection(
                "127.0.0.1", directory().port(), TestDirectory.ADMIN, TestDirectory.ADMIN_PASSWORD)) {
            connection.modify(
                    "employeeNumber=" + number + "," + TestDirectory.BASE,
                    new Modification(ModificationType.ADD, "pwdAccountLockedTime", since));
        }
    }

    @Test
    void whoWasLockedByAnAdministratorIsInvalidWhoHadWrongPasswordsIsNot() throws Exception {
        directory()
                .load(Person.entries(
                        Person.of(1, "ann").with("mail", "ann@example.org"),
                        Person.of(2, "closed").with("mail", "closed@example.org"),
                        Person.of(3, "forgetful").with("mail", "forgetful@example.org")));
        lock(2, "000001010000Z");
        lock(3, "20260101000000Z");
        LdapSource openLdap = source(Map.of("vendor", "openldap"));
        assertThat(ids(openLdap.search(all(10), soon()))).containsExactly("ann", "forgetful");
        assertThat(openLdap.find("closed", soon()).orElseThrow().validity()).isEqualTo(Validity.INVALID);
        assertThat(openLdap.find("forgetful", soon()).orElseThrow().validity()).isEqualTo(Validity.VALID);
        CustomerIdQuery valid = new CustomerIdQuery(Optional.empty(), Optional.empty(), 10, false);
        assertThat(openLdap.customerIds(valid, soon()).ids())
                .extracting(Position::id)
                .containsExactly("ann@example.org", "forgetful@example.org");
        assertThat(ids(source(Map.of("vendor", "generic")).search(all(10), soon())))
                .contains("closed");
        assertThat(ids(source(Map.of("vendor", "openldap", "validFilter", "")).search(all(10), soon())))
                .contains("closed");
    }
}
