package org.clientele.backend.ldap;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.ManageDsaITRequestControl;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A directory server for tests, with the base {@link #BASE}, stopped and started at the same port with its entries. */
interface TestDirectory extends AutoCloseable {
    String BASE = "dc=example,dc=org";
    String ADMIN = "cn=admin," + BASE;
    String ADMIN_PASSWORD = "s3cret \\\"ä";
    /** With it an entry that refers to another server is one that can be found and removed. */
    Control REFERRALS_TOO = new ManageDsaITRequestControl();

    int port();

    /** The keys of a configuration that are needed to reach it, besides host and port. */
    default Map<String, String> access() {
        return Map.of();
    }

    void start() throws Exception;

    void stop() throws Exception;

    /** Ends at once, whatever it is doing. */
    default void kill() throws Exception {
        stop();
    }

    /** Delivers at most so many entries to who is not the administrator; 0 for all. */
    void limit(int entries) throws Exception;

    /** Removes all entries below the base and adds these. */
    void load(List<Entry> entries) throws Exception;

    /** The same over a connection that may do everything, where the base is there; some entries hide unless they are named. */
    static void replaceAll(LDAPConnection connection, List<Entry> entries) throws LDAPException {
        SearchRequest all =
                new SearchRequest(BASE, SearchScope.SUB, "(|(objectClass=*)(objectClass=ldapSubentry))", "1.1");
        all.addControl(REFERRALS_TOO);
        List<String> old = connection.search(all).getSearchEntries().stream()
                .map(SearchResultEntry::getDN)
                .filter(dn -> !dn.equalsIgnoreCase(BASE))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String dn : old) {
            connection.delete(new DeleteRequest(dn, new Control[] {REFERRALS_TOO}));
        }
        for (Entry entry : entries) {
            connection.add(entry);
        }
    }

    @Override
    void close() throws Exception;
}
