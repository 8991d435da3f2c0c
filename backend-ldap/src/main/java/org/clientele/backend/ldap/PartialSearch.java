package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.message.controls.PagedResults;
import org.apache.directory.api.ldap.model.message.controls.PagedResultsImpl;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.Referral.Target;
import org.clientele.spi.Deadline;

/**
 * A search on one server, in simple paged results.
 *
 * @param key the configuration key that names the base
 * @param atATime how many entries the server is asked for at a time
 * @param deadline by which every wait ends
 */
record PartialSearch(
        String key,
        Dn base,
        SearchScope scope,
        ExprNode filter,
        Collection<String> attributes,
        int atATime,
        Deadline deadline) {

    /** For the sake of memory. */
    private static final int MOST_REFERENCES = 200;

    /**
     * What a server said about its part.
     *
     * @param gap the limit that cut its answer, empty if it delivered all that it has
     * @param references where it says that there is more, each with the URLs of which any will do
     * @param moved whether it has nothing of it, and the references say where it is
     */
    record Ending(Optional<Gap> gap, List<Collection<String>> references, boolean moved) {}

    /** Hands every entry that the filter matches to {@code taker}. */
    Ending run(BoundConnection connection, Consumer<Entry> taker) throws SourceUnavailableException {
        List<Collection<String>> references = new ArrayList<>();
        byte[] cookie = new byte[0];
        do {
            SearchResultDone done = Exchange.answer(
                    connection, Exchange.send(connection, request(cookie)), deadline, taker, reference -> {
                        if (references.size() < MOST_REFERENCES) {
                            references.add(reference.getReferral().getLdapUrls());
                        }
                    });
            LdapResult result = done.getLdapResult();
            ResultCodeEnum code = result.getResultCode();
            if (code == ResultCodeEnum.SIZE_LIMIT_EXCEEDED || code == ResultCodeEnum.ADMIN_LIMIT_EXCEEDED) {
                return new Ending(Optional.of(limit(code)), references, false);
            }
            if (code == ResultCodeEnum.REFERRAL && result.getReferral() != null) {
                return new Ending(Optional.empty(), List.of(result.getReferral().getLdapUrls()), true);
            }
            if (code != ResultCodeEnum.SUCCESS) {
                throw connection.isConnected() ? Faults.of(result, key) : Faults.dropped();
            }
            cookie = cookieOf(done);
        } while (cookie.length > 0);
        return new Ending(Optional.empty(), references, false);
    }

    /**
     * The same search where a referral says that it goes on.
     *
     * @param moved whether all of it is there, and not only what is below one child of the base
     */
    PartialSearch at(Target target, boolean moved) {
        // RFC 4511, 4.5.3: of a child that is elsewhere a search among the children wants the child itself
        SearchScope rest = scope == SearchScope.ONELEVEL && !moved ? SearchScope.OBJECT : scope;
        return new PartialSearch(
                key, target.base().orElse(base), target.scope().orElse(rest), filter, attributes, atATime, deadline);
    }

    /** The same search with another deadline. */
    PartialSearch until(Deadline end) {
        return new PartialSearch(key, base, scope, filter, attributes, atATime, end);
    }

    private static Gap limit(ResultCodeEnum code) {
        return new Gap(Gap.Kind.LIMIT, "its limit is too low (" + code.getMessage() + ")");
    }

    private SearchRequest request(byte[] cookie) {
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
