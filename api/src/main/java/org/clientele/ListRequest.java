package org.clientele;

import java.util.List;
import java.util.Optional;

/**
 * What a list shall contain. Start with {@link #ALL} and narrow it.
 *
 * @param search what is searched for
 * @param order by which fields, the most important first; empty for the order of the ids, in which alone a list can be
 *     followed page by page
 * @param limit the most rows of a page, 1 to {@value #MOST_ROWS}
 * @param after the cursor of a page before, empty for the first page
 * @param includeInvalid whether records that are not valid are listed too
 * @param source only this slot's records, empty for all
 * @param withoutUnavailable whether to list the rest where a source with {@code die} is unavailable
 */
public record ListRequest(
        Search search,
        List<Ordering> order,
        int limit,
        Optional<String> after,
        boolean includeInvalid,
        Optional<String> source,
        boolean withoutUnavailable) {

    /** The most rows of one page, and how many it has by default. */
    public static final int MOST_ROWS = 1000;

    /** All valid records, from the first. */
    public static final ListRequest ALL =
            new ListRequest(Search.ALL, List.of(), MOST_ROWS, Optional.empty(), false, Optional.empty(), false);

    public ListRequest {
        order = List.copyOf(order);
    }

    /** The same with free text in the directory's search language. */
    public ListRequest withSearch(String text) {
        return withSearch(new Search.Text(text));
    }

    public ListRequest withSearch(Search what) {
        return new ListRequest(what, order, limit, after, includeInvalid, source, withoutUnavailable);
    }

    public ListRequest withOrder(Ordering... by) {
        return new ListRequest(search, List.of(by), limit, after, includeInvalid, source, withoutUnavailable);
    }

    public ListRequest withLimit(int rows) {
        return new ListRequest(search, order, rows, after, includeInvalid, source, withoutUnavailable);
    }

    public ListRequest withAfter(Optional<String> cursor) {
        return new ListRequest(search, order, limit, cursor, includeInvalid, source, withoutUnavailable);
    }

    public ListRequest withIncludeInvalid(boolean include) {
        return new ListRequest(search, order, limit, after, include, source, withoutUnavailable);
    }

    public ListRequest withSource(Optional<String> slot) {
        return new ListRequest(search, order, limit, after, includeInvalid, slot, withoutUnavailable);
    }

    public ListRequest withoutUnavailable(boolean without) {
        return new ListRequest(search, order, limit, after, includeInvalid, source, without);
    }
}
