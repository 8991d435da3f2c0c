package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.controls.PagedResults;
import org.apache.directory.api.ldap.model.message.controls.PagedResultsImpl;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PartialSearch.Ending;

/** One way through everything that a search finds on one server, in simple paged results (RFC 2696). */
final class Pass {
    private static final byte[] NO_COOKIE = new byte[0];

    private final PartialSearch search;
    private final PageSize pageSize;
    private final BoundConnection connection;
    private final Collection<String> attributes;
    private final Consumer<Entry> taker;
    private final References references = new References();
    private Optional<Page> last = Optional.empty();

    /** What came at a time; with a cookie where there is more. */
    private record Page(LdapResult result, byte[] cookie, boolean empty) {
        ResultCodeEnum code() {
            return result.getResultCode();
        }

        boolean isFollowed() {
            return code() == ResultCodeEnum.SUCCESS && cookie.length > 0;
        }

        /**
         * OpenLDAP delivers nothing where more are wanted at a time than it allows; 389 Directory Server does the same where it
         * would have to look through more than it allows, however few are wanted.
         */
        boolean mayBeTooLarge() {
            return empty && code() == ResultCodeEnum.ADMIN_LIMIT_EXCEEDED;
        }
    }

    /**
     * @param pageSize how many entries the server is asked for at a time
     * @param attributes what is read of each entry
     * @param taker takes the entries
     */
    Pass(
            PartialSearch search,
            PageSize pageSize,
            BoundConnection connection,
            Collection<String> attributes,
            Consumer<Entry> taker) {
        this.search = search;
        this.pageSize = pageSize;
        this.connection = connection;
        this.attributes = attributes;
        this.taker = taker;
    }

    /**
     * Takes as many entries as come at a time, so many times.
     *
     * @return whether there may be more
     */
    boolean begin(int times) throws SourceUnavailableException {
        Page page = first();
        for (int i = 1; i < times && page.isFollowed(); i++) {
            page = next(page);
        }
        last = Optional.of(page);
        return page.isFollowed();
    }

    /** What a server refuses in any number, another limit forbids: nothing is learned from that. */
    private Page first() throws SourceUnavailableException {
        int wanted = pageSize.entries();
        int size = wanted;
        Page page = page(size, NO_COOKIE);
        while (page.mayBeTooLarge() && size > 1) {
            size /= 2;
            page = page(size, NO_COOKIE);
        }
        if (size < wanted && page.code() == ResultCodeEnum.SUCCESS) {
            pageSize.agreed(size);
        }
        return page;
    }

    private Page next(Page page) throws SourceUnavailableException {
        return page(pageSize.entries(), page.cookie());
    }

    /** Takes all the others. */
    Ending end() throws SourceUnavailableException {
        Page page = last.orElseThrow();
        while (page.isFollowed()) {
            page = next(page);
        }
        return references.ending(page.result(), connection, search.key());
    }

    /** Takes no others, which the server keeps until it is told so. */
    void abandon() throws SourceUnavailableException {
        page(0, last.orElseThrow().cookie());
    }

    private Page page(int size, byte[] cookie) throws SourceUnavailableException {
        AtomicBoolean empty = new AtomicBoolean(true);
        SearchResultDone done = Exchange.answer(
                connection,
                Exchange.send(connection, request(size, cookie)),
                search.deadline(),
                entry -> {
                    empty.set(false);
                    taker.accept(entry);
                },
                references::add);
        return new Page(done.getLdapResult(), cookieOf(done), empty.get());
    }

    private SearchRequest request(int size, byte[] cookie) {
        PagedResults paging = new PagedResultsImpl();
        paging.setSize(size);
        paging.setCookie(cookie);
        SearchRequest request =
                Exchange.request(search.base(), search.scope(), search.filter(), attributes, search.deadline());
        request.addControl(paging);
        return request;
    }

    private static byte[] cookieOf(SearchResultDone done) {
        return done.getControl(PagedResults.OID) instanceof PagedResults paging && paging.getCookie() != null
                ? paging.getCookie()
                : NO_COOKIE;
    }
}
