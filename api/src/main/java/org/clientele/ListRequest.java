package org.clientele;

import java.util.Optional;

/**
 * What a list shall contain. Start with {@link #ALL} and narrow it.
 *
 * @param search free text in the directory's search language, empty for everything
 * @param limit the most rows of a page, 1 to {@value #MOST_ROWS}
 * @param after the cursor of a page before, empty for the first page
 * @param includeInvalid whether records that are not valid are listed too
 * @param source only this slot's records, empty for all
 * @param withoutUnavailable whether to list the rest where a source with {@code die} is unavailable
 */
public record ListRequest(
        String search,
        int limit,
        Optional<String> after,
        boolean includeInvalid,
        Optional<String> source,
        boolean withoutUnavailable) {

    /** The most rows of one page, and how many it has by default. */
    public static final int MOST_ROWS = 1000;

    /** All valid records, from the first. */
    public static final ListRequest ALL =
            new ListRequest("", MOST_ROWS, Optional.empty(), false, Optional.empty(), false);

    public ListRequest withSearch(String text) {
        return new ListRequest(text, limit, after, includeInvalid, source, withoutUnavailable);
    }

    public ListRequest withLimit(int rows) {
        return new ListRequest(search, rows, after, includeInvalid, source, withoutUnavailable);
    }

    public ListRequest withAfter(Optional<String> cursor) {
        return new ListRequest(search, limit, cursor, includeInvalid, source, withoutUnavailable);
    }

    public ListRequest withIncludeInvalid(boolean include) {
        return new ListRequest(search, limit, after, include, source, withoutUnavailable);
    }

    public ListRequest withSource(Optional<String> slot) {
        return new ListRequest(search, limit, after, includeInvalid, slot, withoutUnavailable);
    }

    public ListRequest withoutUnavailable(boolean without) {
        return new ListRequest(search, limit, after, includeInvalid, source, without);
    }
}
