package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.AliasDerefMode;
import org.apache.directory.api.ldap.model.message.Response;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchRequestImpl;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchResultEntry;
import org.apache.directory.api.ldap.model.message.SearchResultReference;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.ldap.client.api.future.SearchFuture;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;

/** Sends searches and waits for their answers, each until the deadline at most. */
final class Exchange {
    private static final long LOOK_AT_CONNECTION_MILLIS = 100;

    private Exchange() {}

    static SearchRequest request(
            Dn base, SearchScope scope, ExprNode filter, Collection<String> attributes, Deadline deadline) {
        SearchRequest request = new SearchRequestImpl();
        request.setBase(base);
        request.setScope(scope);
        request.setFilter(filter);
        request.setDerefAliases(AliasDerefMode.DEREF_FINDING_BASE_OBJ);
        request.setTimeLimit(
                (int) Math.min(Integer.MAX_VALUE, deadline.remaining().toSeconds() + 1));
        request.addAttributes(attributes.toArray(String[]::new));
        return request;
    }

    /** Sends a search and does not wait for its answer. */
    static SearchFuture send(BoundConnection connection, SearchRequest request) throws SourceUnavailableException {
        try {
            return connection.searchAsync(request);
        } catch (LdapException e) {
            if (connection.isConnected()) {
                throw new SourceUnavailableException(Reason.REQUEST, "The search could not be sent", e);
            }
            throw Faults.dropped();
        }
    }

    /** The same for a search that is not continued on other servers. */
    static SearchResultDone answer(
            BoundConnection connection, SearchFuture answer, Deadline deadline, Consumer<Entry> taker)
            throws SourceUnavailableException {
        return answer(connection, answer, deadline, taker, elsewhere -> {});
    }

    /**
     * Waits for the answer to a search, hands its entries to {@code taker}, and to {@code references} where the server says
     * that there is more, and returns how it ended.
     */
    static SearchResultDone answer(
            BoundConnection connection,
            SearchFuture answer,
            Deadline deadline,
            Consumer<Entry> taker,
            Consumer<SearchResultReference> references)
            throws SourceUnavailableException {
        try {
            Response response = next(connection, answer, deadline);
            while (!(response instanceof SearchResultDone)) {
                if (response instanceof SearchResultEntry entry) {
                    taker.accept(connection.charset().decoded(entry.getEntry()));
                } else if (response instanceof SearchResultReference reference) {
                    references.accept(reference);
                }
                response = next(connection, answer, deadline);
            }
            return (SearchResultDone) response;
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
}
