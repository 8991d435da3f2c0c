package org.clientele.demo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DemoServerTest {

    private static Map<String, String> identities(int port) throws Exception {
        Map<String, String> identities = new TreeMap<>();
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port)) {
            ASN1OctetString cookie = null;
            do {
                SearchRequest request = new SearchRequest(
                        DemoPeople.BASE, SearchScope.SUB, "(objectClass=inetOrgPerson)", "*", "entryUUID");
                request.addControl(new SimplePagedResultsControl(300, cookie));
                SearchResult result = connection.search(request);
                for (SearchResultEntry entry : result.getSearchEntries()) {
                    assertThat(entry.hasAttribute("mail")).isTrue();
                    assertThat(DemoCompanies.ids()).contains(entry.getAttributeValue("o"));
                    identities.put(entry.getAttributeValue("uid"), entry.getAttributeValue("entryUUID"));
                }
                cookie = SimplePagedResultsControl.get(result).getCookie();
            } while (cookie != null && cookie.getValueLength() > 0);
        }
        return identities;
    }

    @Test
    void everyStartHasTheSameTwoThousandPeople() throws Exception {
        DemoServer first = new DemoServer(Map.of("port", "0"));
        Map<String, String> people = identities(first.port());
        first.stop();
        DemoServer second = new DemoServer(Map.of("port", 0));
        try {
            assertThat(people).hasSize(2_000).isEqualTo(identities(second.port()));
        } finally {
            second.stop();
        }
    }

    @Test
    void aStoppedServerLeavesItsPort() throws Exception {
        DemoServer server = new DemoServer(Map.of("port", "0"));
        int port = server.port();
        server.stop();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }
}
