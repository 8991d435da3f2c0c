package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.ServerSideSortRequestControl;
import com.unboundid.ldap.sdk.controls.SortKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.spi.OrderKey;
import org.clientele.testkit.server.OpenLdapServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Why no server is asked to sort: the order of one that can is not that of the lists here. */
class OpenLdapSortingIT extends LdapSourceTest<OpenLdapDirectory> {
    private static final List<String> LOGINS = List.of("ä", "a", "Z", "_", "a  c", "a b", "ab", "ﬁn", "g");
    private static final List<String> ORDER_OF_THE_SERVER = List.of("_", "a", "a b", "a  c", "ab", "ﬁn", "g", "Z", "ä");
    private static final List<String> ORDER_HERE = List.of("_", "a", "a  c", "a b", "ab", "g", "Z", "ä", "ﬁn");

    private OpenLdapServer sorting;

    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory();
    }

    @BeforeAll
    void startSortingServer() throws Exception {
        Stream<String> people = IntStream.range(0, LOGINS.size())
                .mapToObj(number -> """
                dn: cn=%1$d,%2$s
                objectClass: inetOrgPerson
                cn: %1$d
                sn: x
                uid:: %3$s
                """.formatted(number, OpenLdapServer.BASE, encoded(LOGINS.get(number))));
        sorting = OpenLdapServer.startedWith(people, "moduleload sssvlv", "overlay sssvlv");
    }

    @AfterAll
    void stopSortingServer() throws Exception {
        sorting.close();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> sorted(SortKey key) throws LDAPException {
        SearchRequest request = new SearchRequest(OpenLdapServer.BASE, SearchScope.SUB, "(uid=*)", "uid");
        request.addControl(new ServerSideSortRequestControl(true, key));
        try (LDAPConnection connection = new LDAPConnection(
                sorting.host(), sorting.port(), OpenLdapServer.ADMINISTRATOR, OpenLdapServer.PASSWORD)) {
            return connection.search(request).getSearchEntries().stream()
                    .map(entry -> entry.getAttributeValue("uid"))
                    .toList();
        }
    }

    @Test
    void theSchemaGivesLoginsNoOrder() {
        LDAPSearchException refused = catchThrowableOfType(LDAPSearchException.class, () -> sorted(new SortKey("uid")));
        assertThat(refused.getResultCode()).isEqualTo(ResultCode.INAPPROPRIATE_MATCHING);
    }

    @Test
    void theOrderOfARuleFoldsBlanksAndLettersOfCompatibleForms() throws Exception {
        assertThat(sorted(new SortKey("uid", "caseIgnoreOrderingMatch", false))).isEqualTo(ORDER_OF_THE_SERVER);
        assertThat(LOGINS.stream()
                        .sorted(Comparator.comparing(OrderKey::of, OrderKey.COMPARATOR))
                        .toList())
                .isEqualTo(ORDER_HERE)
                .isNotEqualTo(ORDER_OF_THE_SERVER);
    }

    @Test
    void aSourceHasTheOrderOfTheListsWhateverTheServerCanSort() throws Exception {
        LdapSource source = source(Map.of("port", Integer.toString(sorting.port()), "baseDn", OpenLdapServer.BASE));
        assertThat(ids(source.search(all(20), soon()))).isEqualTo(ORDER_HERE);
    }
}
