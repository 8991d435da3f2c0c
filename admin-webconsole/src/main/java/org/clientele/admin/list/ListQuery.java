package org.clientele.admin.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.ListRequest;
import org.clientele.Ordering;
import org.clientele.Search;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Links;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a list ask for.
 *
 * @param customer only customer users of this customer, empty for all
 * @param order by which variables, each with {@code -} before it where the last comes first; empty for the order of the ids
 */
public record ListQuery(
        String search,
        Optional<ExactSearch> exact,
        int limit,
        String after,
        boolean includeInvalid,
        String source,
        String customer,
        String order,
        boolean withoutUnavailable) {

    private static final List<String> PARAMETERS =
            List.of("search", "limit", "after", "includeInvalid", "source", "order", "withoutUnavailable");
    private static final String DESCENDING = "-";

    public static ListQuery of(Exchange exchange) {
        return new ListQuery(
                exchange.text("search"),
                ExactSearch.of(exchange),
                exchange.limit(ListRequest.MOST_ROWS),
                exchange.text("after"),
                exchange.flag("includeInvalid"),
                exchange.text("source"),
                filters(exchange.kind()) ? exchange.text(ExactSearch.CUSTOMER).strip() : "",
                exchange.text("order"),
                exchange.flag("withoutUnavailable"));
    }

    /** Whether records of a kind belong to customers, by which they can be filtered. */
    private static boolean filters(Kind kind) {
        return kind.equals(Kind.USERS);
    }

    /** The names of the parameters of a list. */
    public static List<String> parameters(Kind kind) {
        List<String> names = new ArrayList<>(PARAMETERS);
        if (filters(kind)) {
            names.add(ExactSearch.CUSTOMER);
        }
        names.addAll(ExactSearch.parameters(kind));
        return names;
    }

    public ListRequest request() {
        return ListRequest.ALL
                .withSearch(exact.map(ExactSearch::search).orElseGet(this::text))
                .withOrder(orderings().toArray(Ordering[]::new))
                .withLimit(limit)
                .withAfter(filled(after))
                .withIncludeInvalid(includeInvalid)
                .withSource(filled(source))
                .withoutUnavailable(withoutUnavailable);
    }

    private Search text() {
        return customer.isEmpty() ? new Search.Text(search) : new Search.TextOfCustomer(search, customer);
    }

    private List<Ordering> orderings() {
        return Stream.of(order.split(",", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> new Ordering(
                        part.startsWith(DESCENDING) ? part.substring(1) : part, part.startsWith(DESCENDING)))
                .toList();
    }

    public ListQuery withAfter(String cursor) {
        return new ListQuery(search, exact, limit, cursor, includeInvalid, source, customer, order, withoutUnavailable);
    }

    public ListQuery withIncludeInvalid() {
        return new ListQuery(search, exact, limit, "", true, source, customer, order, withoutUnavailable);
    }

    /** The same list without what is searched for. */
    public ListQuery withoutSearch() {
        return new ListQuery(
                "", Optional.empty(), limit, "", includeInvalid, source, customer, order, withoutUnavailable);
    }

    /** The same list of all customers. */
    public ListQuery withoutCustomer() {
        return new ListQuery(search, exact, limit, "", includeInvalid, source, "", order, withoutUnavailable);
    }

    public ListQuery withoutUnavailableSources() {
        return new ListQuery(search, exact, limit, "", includeInvalid, source, customer, order, true);
    }

    private ListQuery withOrder(String by) {
        return new ListQuery(search, exact, limit, "", includeInvalid, source, customer, by, withoutUnavailable);
    }

    /** The list in the order of a column, in the other direction if it has that order already; the ids have one alone. */
    public ListQuery by(Column column) {
        return withOrder(order.equals(column.ascending()) ? column.descending() : column.ascending());
    }

    /** The list in the order of the ids, in which it can be followed page by page. */
    public ListQuery byId() {
        return withOrder("");
    }

    /** For {@code aria-sort} of a column; null leaves the attribute out. */
    public @Nullable String sorted(Column column) {
        if (column.ascending().isEmpty()) {
            return null;
        }
        return order.equals(column.ascending()) ? "ascending" : order.equals(column.descending()) ? "descending" : null;
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
                .with(prefix + ExactSearch.CUSTOMER, customer)
                .with(prefix + "order", order)
                .with(prefix + "withoutUnavailable", withoutUnavailable)
                .with(prefix + "after", after);
    }

    /** Whether anything narrows the list, so that an empty one does not mean an empty directory. */
    public boolean narrowed() {
        return !search.isBlank() || exact.isPresent() || !source.isEmpty() || !customer.isEmpty() || !after.isEmpty();
    }

    private static Optional<String> filled(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
