package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.AliasDerefMode;
import org.apache.directory.api.ldap.model.message.Response;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchRequestImpl;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchResultEntry;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.message.controls.PagedResults;
import org.apache.directory.api.ldap.model.message.controls.PagedResultsImpl;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.ldap.client.api.future.SearchFuture;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;

/** Searches below one base, in simple paged results; every wait ends by the deadline. */
final class LdapSearch {
    private static final long LOOK_AT_CONNECTION_MILLIS = 100;

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
            SearchResultDone done = page(connection, request(filter, attributes, cookie, deadline), deadline, taker);
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
        SearchRequest request = new SearchRequestImpl();
        request.setBase(base);
        request.setScope(scope);
        request.setFilter(filter);
        request.setDerefAliases(AliasDerefMode.DEREF_FINDING_BASE_OBJ);
        request.setTimeLimit(
                (int) Math.min(Integer.MAX_VALUE, deadline.remaining().toSeconds() + 1));
        request.addAttributes(attributes.toArray(String[]::new));
        request.addControl(paging);
        return request;
    }

    private static SearchResultDone page(
            BoundConnection connection, SearchRequest request, Deadline deadline, Consumer<Entry> taker)
            throws SourceUnavailableException {
        try {
            SearchFuture answer = connection.searchAsync(request);
            Response response = next(connection, answer, deadline);
            while (!(response instanceof SearchResultDone)) {
                if (response instanceof SearchResultEntry entry) {
                    taker.accept(entry.getEntry());
                }
                response = next(connection, answer, deadline);
            }
            return (SearchResultDone) response;
        } catch (LdapException e) {
            if (connection.isConnected()) {
                throw new SourceUnavailableException(Reason.REQUEST, "The search could not be sent", e);
            }
            throw Faults.dropped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException(Reason.TIME_OUT, "The search was cancelled", e);
        }
    }

    /** Waits in short turns: a connection that was lost at the wrong moment is not told to those who wait for an answer. */
    private static Response next(BoundConnection connection, SearchFuture answer, Deadline deadline)
            throws InterruptedException, SourceUnavailableException {
        while (true) {
            long turn = Math.min(LOOK_AT_CONNECTION_MILLIS, deadline.remainingMillis());
            Response response = answer.get(turn, TimeUnit.MILLISECONDS);
            if (response != null && !deadline.passed()) {
                return response;
            }
            if (deadline.passed()) {
                throw Faults.late();
            }
            if (!connection.isConnected()) {
                throw Faults.dropped();
            }
        }
    }

    private static byte[] cookieOf(SearchResultDone done) {
        return done.getControl(PagedResults.OID) instanceof PagedResults paging && paging.getCookie() != null
                ? paging.getCookie()
                : new byte[0];
    }
}
