package org.clientele.backend.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Active Directory does otherwise than the server in this process: two matching rules, and long attributes in parts. As
 * Microsoft documents them (MS-ADTS 3.1.1.3.4.4 and 3.1.1.3.1.3.3).
 */
final class ActiveDirectoryRules extends InMemoryOperationInterceptor {
    private static final String BITS = "1.2.840.113556.1.4.803";
    private static final String CHAIN = "1.2.840.113556.1.4.1941";

    private final ThreadLocal<Integer> from = ThreadLocal.withInitial(() -> 0);
    private volatile int valuesAtATime = Integer.MAX_VALUE;
    private volatile boolean stuck;
    private volatile InMemoryDirectoryServer server;

    void bind(InMemoryDirectoryServer entries) {
        this.server = entries;
    }

    /** @param stuck whether every part that is asked for is the first one again */
    void tellInParts(int values, boolean stuck) {
        this.valuesAtATime = values;
        this.stuck = stuck;
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
        SearchRequest asked = request.getRequest().duplicate();
        String[] attributes = asked.getAttributes();
        from.set(Arrays.stream(attributes)
                .filter(attribute -> attribute.contains(";range="))
                .map(attribute -> attribute.replaceAll(".*=(\\d+)-.*", "$1"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0));
        asked.setAttributes(Arrays.stream(attributes)
                .map(attribute -> attribute.replaceAll(";range=.*", ""))
                .toArray(String[]::new));
        asked.setFilter(translated(asked.getFilter()));
        request.setRequest(asked);
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry result) {
        Entry entry = result.getSearchEntry().duplicate();
        for (Attribute attribute : List.copyOf(entry.getAttributes())) {
            String[] values = attribute.getValues();
            if (values.length > valuesAtATime) {
                int first = stuck ? 0 : from.get();
                int last = Math.min(values.length, first + valuesAtATime);
                entry.removeAttribute(attribute.getName());
                entry.addAttribute(
                        attribute.getName() + ";range=" + first + "-" + (last == values.length ? "*" : last - 1),
                        Arrays.copyOfRange(values, first, last));
            }
        }
        result.setSearchEntry(new ReadOnlyEntry(entry));
    }

    private Filter translated(Filter filter) throws LDAPException {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> Filter.createANDFilter(translated(filter.getComponents()));
            case Filter.FILTER_TYPE_OR -> Filter.createORFilter(translated(filter.getComponents()));
            case Filter.FILTER_TYPE_NOT -> Filter.createNOTFilter(translated(filter.getNOTComponent()));
            case Filter.FILTER_TYPE_EXTENSIBLE_MATCH -> matching(filter);
            default -> filter;
        };
    }

    private List<Filter> translated(Filter... filters) throws LDAPException {
        List<Filter> all = new ArrayList<>();
        for (Filter filter : filters) {
            all.add(translated(filter));
        }
        return all;
    }

    private Filter matching(Filter filter) throws LDAPException {
        String attribute = filter.getAttributeName();
        if (BITS.equals(filter.getMatchingRuleID())) {
            long bits = Long.parseLong(filter.getAssertionValue());
            return named(entry ->
                    entry.hasAttribute(attribute) && (entry.getAttributeValueAsLong(attribute) & bits) == bits);
        }
        if (!CHAIN.equals(filter.getMatchingRuleID()) || !attribute.equals("memberOf")) {
            throw new IllegalArgumentException("Not known here: " + filter);
        }
        Set<String> members = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(filter.getAssertionValue()));
        while (!open.isEmpty()) {
            Entry group = server.getEntry(open.remove(0));
            Stream.ofNullable(group == null ? null : group.getAttributeValues("member"))
                    .flatMap(Arrays::stream)
                    .filter(members::add)
                    .forEach(open::add);
        }
        return named(entry -> members.contains(entry.getDN()));
    }

    private Filter named(Predicate<Entry> wanted) throws LDAPException {
        return Filter.createORFilter(
                server.search(TestDirectory.BASE, SearchScope.SUB, "(objectClass=*)").getSearchEntries().stream()
                        .filter(wanted)
                        .map(entry -> Filter.createEqualityFilter("entryDN", entry.getDN()))
                        .toList());
    }
}
