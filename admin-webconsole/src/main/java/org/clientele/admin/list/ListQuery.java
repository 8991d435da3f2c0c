package org.clientele.admin.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.ListRequest;
import org.clientele.Search;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;

/**
 * The parameters of a list, the same for the page, its live part and its JSON twin.
 *
 * @param search what was typed
 * @param exact the value that is searched for instead
 * @param limit the most rows
 * @param after the cursor of the page before, empty for the first page
 * @param includeInvalid whether invalid records are listed
 * @param source only this slot, empty for all
 * @param withoutUnavailable whether to list the rest where a source that must not be missing is missing
 */
public record ListQuery(
        String search,
        Optional<ExactSearch> exact,
        int limit,
        String after,
        boolean includeInvalid,
        String source,
        boolean withoutUnavailable) {

    private static final List<String> PARAMETERS =
            List.of("search", "limit", "after", "includeInvalid", "source", "withoutUnavailable");

    public static ListQuery of(Exchange exchange) {
        return new ListQuery(
                exchange.text("search"),
                ExactSearch.of(exchange),
                exchange.limit(ListRequest.MOST_ROWS),
                exchange.text("after"),
                exchange.flag("includeInvalid"),
                exchange.text("source"),
                exchange.flag("withoutUnavailable"));
    }

    /** The names of the parameters of a list. */
    public static List<String> parameters(Kind kind) {
        List<String> names = new ArrayList<>(PARAMETERS);
        names.addAll(ExactSearch.parameters(kind));
        return names;
    }

    public ListRequest request() {
        return ListRequest.ALL
                .withSearch(exact.map(ExactSearch::search).orElse(new Search.Text(search)))
                .withLimit(limit)
                .withAfter(filled(after))
                .withIncludeInvalid(includeInvalid)
                .withSource(filled(source))
                .withoutUnavailable(withoutUnavailable);
    }

    public ListQuery withAfter(String cursor) {
        return new ListQuery(search, exact, limit, cursor, includeInvalid, source, withoutUnavailable);
    }

    public ListQuery withIncludeInvalid() {
        return new ListQuery(search, exact, limit, "", true, source, withoutUnavailable);
    }

    /** The same list without what is searched for. */
    public ListQuery withoutSearch() {
        return new ListQuery("", Optional.empty(), limit, "", includeInvalid, source, withoutUnavailable);
    }

    public ListQuery withoutUnavailableSources() {
        return new ListQuery(search, exact, limit, "", includeInvalid, source, true);
    }

    /** The address of the list with these parameters. */
    public String address(String path) {
        return on(Links.to(path), "").toString();
    }

    /** An address of a form, with these parameters for the way back. */
    public String carriedBy(Links form) {
        return on(form, FormParameter.LIST).toString();
    }

    private Links on(Links links, String prefix) {
        exact.ifPresent(one -> links.with(prefix + one.parameter(), one.value()));
        return links.with(prefix + "search", search)
                .with(prefix + "limit", limit == ListRequest.MOST_ROWS ? "" : Integer.toString(limit))
                .with(prefix + "includeInvalid", includeInvalid)
                .with(prefix + "source", source)
                .with(prefix + "withoutUnavailable", withoutUnavailable)
                .with(prefix + "after", after);
    }

    /** Whether anything narrows the list, so that an empty one does not mean an empty directory. */
    public boolean narrowed() {
        return !search.isBlank() || exact.isPresent() || !source.isEmpty() || !after.isEmpty();
    }

    private static Optional<String> filled(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
