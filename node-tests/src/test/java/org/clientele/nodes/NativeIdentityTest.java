package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.ldap.sdk.Entry;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.SuspendedException;
import org.clientele.Validity;
import org.clientele.authentication.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry of a directory that is deleted, and another one with its login: a person who inherits nothing. */
class NativeIdentityTest {
    private static final String LOGIN = "O'Brien";

    @RegisterExtension
    final LdapServer ldap = new LdapServer();

    private Node open(String vendor, String further) throws Exception {
        String[] more = further.split("=", 2);
        return Node.open(
                "jdbc:h2:mem:" + UUID.randomUUID(),
                new Seam(),
                Map.of("CustomerUser", ldap.source("CustomerUser", Map.of("vendor", vendor, more[0], more[1]))));
    }

    private static Entry person(String number) {
        Entry entry = new Entry("employeeNumber=" + number + "," + LdapServer.BASE);
        entry.addAttribute("objectClass", "inetOrgPerson", "user");
        entry.addAttribute("employeeNumber", number);
        entry.addAttribute("uid", LOGIN);
        entry.addAttribute("sAMAccountName", LOGIN);
        entry.addAttribute("objectCategory", "person");
        entry.addAttribute("mail", "obrien@example.org");
        return entry;
    }

    /** Two that are the same once they are taken for UTF-8. */
    private static byte[] guid(int last) {
        byte[] guid = new byte[16];
        guid[15] = (byte) last;
        return guid;
    }

    @ParameterizedTest
    @CsvSource({"generic, name=x", "openldap, name=x", "active-directory, validFilter=", "389ds, name=x"})
    void anotherEntryWithTheLoginInheritsNothing(String vendor, String further) throws Exception {
        Entry first = person("1");
        first.addAttribute("objectGUID", guid(0xfe));
        first.addAttribute("nsUniqueId", "9f0c5a81-1dd211b2-80b7c1ef-00000001");
        Entry second = person("1");
        second.addAttribute("objectGUID", guid(0xff));
        second.addAttribute("nsUniqueId", "9f0c5a81-1dd211b2-80b7c1ef-00000002");
        ldap.server().add(first);
        try (Node node = open(vendor, further)) {
            node.preferences().set(LOGIN, "UserLanguage", "de");
            Token token = node.tokens().issue(LOGIN, "password-reset").orElseThrow();
            ldap.server().delete(first.getDN());
            ldap.server().add(second);

            assertThat(node.find(LOGIN)).as("the new one").contains(LOGIN);
            assertThatExceptionOfType(SuspendedException.class)
                    .isThrownBy(() -> node.preferences().get(LOGIN));
            assertThatExceptionOfType(SuspendedException.class)
                    .isThrownBy(() -> node.preferences().set(LOGIN, "UserLanguage", "fr"));
            assertThatExceptionOfType(SuspendedException.class)
                    .isThrownBy(() -> node.tokens().use(LOGIN, "password-reset", token.value()));
            assertThat(node.preferences()
                            .search("UserLanguage", Optional.empty())
                            .values())
                    .isEmpty();
        }
    }

    @Test
    void nobodyIsEnabledByASourceThatTellsAnotherIdentity() throws Exception {
        Entry entry = person("1");
        ldap.server().add(entry);
        try (Node node = open("openldap", "name=x")) {
            assertThat(node.disabling()
                            .disable(LOGIN, "left", Actor.program("test"))
                            .validity())
                    .isEqualTo(Validity.INVALID);
            ldap.server().delete(entry.getDN());
            ldap.server().add(entry);

            assertThat(node.users().ask(LOGIN).entry())
                    .map(CustomerUser::validity)
                    .contains(Validity.INVALID);
            assertThatExceptionOfType(SuspendedException.class)
                    .isThrownBy(() -> node.disabling().enable(LOGIN, Actor.program("test")));
            assertThatExceptionOfType(SuspendedException.class)
                    .isThrownBy(() -> node.disabling().disable(LOGIN, "", Actor.program("test")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "openldap"})
    void anEntryThatIsMovedKeepsWhatItHas(String vendor) throws Exception {
        ldap.server().add(person("1"));
        try (Node node = open(vendor, "name=x")) {
            node.preferences().set(LOGIN, "UserLanguage", "de");
            ldap.server().modifyDN("employeeNumber=1," + LdapServer.BASE, "employeeNumber=2", true);

            assertThat(node.preferences().get(LOGIN)).containsEntry("UserLanguage", "de");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "openldap"})
    void allValuesOfAnAttributeAreCustomersThatAPersonActsFor(String vendor) throws Exception {
        Entry entry = person("1");
        entry.addAttribute("departmentNumber", "Ünal", "x\"y <z>", "a;b");
        ldap.server().add(entry);
        try (Node node =
                open(vendor, "map.10=UserCustomerIDs | CustomerIDs | departmentNumber | 1 | 0 | var | | 1 | |")) {
            CustomerUser user = node.users().ask(LOGIN).entry().orElseThrow();
            assertThat(user.customerIds()).containsExactly("obrien@example.org", "Ünal", "x\"y <z>", "a", "b");
        }
    }
}
