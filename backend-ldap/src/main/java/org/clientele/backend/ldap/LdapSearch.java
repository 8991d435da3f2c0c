package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.message.controls.PagedResults;
import org.apache.directory.api.ldap.model.message.controls.PagedResultsImpl;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;

/** Searches below one base, in simple paged results; every wait ends by the deadline. */
final class LdapSearch {
    private final String key;
    private final Dn base;
    private final SearchScope scope;
    private final int atATime;
    private volatile boolean baseMissing;

    /**
     * @param key the configuration key that names the base
     * @param atATime how many entries the server is asked for at a time
     */
    LdapSearch(String key, Dn base, SearchScope scope, int atATime) {
        this.key = key;
        this.base = base;
        this.scope = scope;
        this.atATime = atATime;
    }

    /** Whether the server had no such base, or hid it, when it was asked last. */
    boolean isBaseMissing() {
        return baseMissing;
    }

    /**
     * Hands every entry that the filter matches to {@code taker}.
     *
     * @return the limit of the server that cut its answer, empty if it delivered all of them
     */
    Optional<ResultCodeEnum> all(
            BoundConnection connection,
            ExprNode filter,
            Collection<String> attributes,
            Deadline deadline,
            Consumer<Entry> taker)
            throws SourceUnavailableException {
        byte[] cookie = new byte[0];
        do {
            SearchRequest request = request(filter, attributes, cookie, deadline);
            SearchResultDone done = Exchange.answer(connection, Exchange.send(connection, request), deadline, taker);
            ResultCodeEnum code = done.getLdapResult().getResultCode();
            baseMissing = code == ResultCodeEnum.NO_SUCH_OBJECT;
            if (code == ResultCodeEnum.SIZE_LIMIT_EXCEEDED || code == ResultCodeEnum.ADMIN_LIMIT_EXCEEDED) {
                return Optional.of(code);
            }
            if (code != ResultCodeEnum.SUCCESS) {
                throw connection.isConnected() ? Faults.of(done.getLdapResult(), key) : Faults.dropped();
            }
            cookie = cookieOf(done);
        } while (cookie.length > 0);
        return Optional.empty();
    }

    private SearchRequest request(ExprNode filter, Collection<String> attributes, byte[] cookie, Deadline deadline) {
        PagedResults paging = new PagedResultsImpl();
        paging.setSize(atATime);
        paging.setCookie(cookie);
        SearchRequest request = Exchange.request(base, scope, filter, attributes, deadline);
        request.addControl(paging);
        return request;
    }

    private static byte[] cookieOf(SearchResultDone done) {
        return done.getControl(PagedResults.OID) instanceof PagedResults paging && paging.getCookie() != null
                ? paging.getCookie()
                : new byte[0];
    }
}
