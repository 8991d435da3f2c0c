package org.clientele.benchmarks;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.testkit.server.OpenLdapServer;

/** The floor: UnboundID's client by hand, with as many connections. An entry is a map of texts, as a caller would want it. */
final class PlainLdap implements AutoCloseable {
    /** As many as a source has at most. */
    private static final int CONNECTIONS = 10;
    /** What a source reads and these entries have. */
    private static final String[] ATTRIBUTES = {"uid", "cn", "givenName", "sn", "mail", "telephoneNumber", "entryUUID"};

    private final LDAPConnectionPool pool;

    PlainLdap(OpenLdapServer server) throws LDAPException {
        pool = new LDAPConnectionPool(
                new SingleServerSet(server.host(), server.port()), new SimpleBindRequest(), 1, CONNECTIONS);
    }

    Map<String, String> withLogin(String login) throws LDAPSearchException {
        return texts(found(Filter.createEqualityFilter("uid", login)).get(0));
    }

    /** The first in order of login of whom a field begins with {@code text}. */
    List<Map<String, String>> first(int most, String text) throws LDAPSearchException {
        return first(most, Filter.createORFilter(begins("uid", text), begins("givenName", text), begins("sn", text)));
    }

    /** The first in order of login. */
    List<Map<String, String>> first(int most) throws LDAPSearchException {
        return first(most, Filter.createPresenceFilter("uid"));
    }

    private List<Map<String, String>> first(int most, Filter filter) throws LDAPSearchException {
        return found(filter).stream()
                .sorted(Comparator.comparing(
                        entry -> entry.getAttributeValue("uid").toLowerCase(Locale.ROOT)))
                .limit(most)
                .map(PlainLdap::texts)
                .toList();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static Filter begins(String attribute, String text) {
        return Filter.createSubInitialFilter(attribute, text);
    }

    private List<SearchResultEntry> found(Filter filter) throws LDAPSearchException {
        return pool.search(LdapPeople.BASE, SearchScope.SUB, filter, ATTRIBUTES).getSearchEntries();
    }

    private static Map<String, String> texts(SearchResultEntry entry) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            texts.put(attribute.getName(), attribute.getValue());
        }
        return texts;
    }
}
