package org.clientele.admin.relation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Screen;

/**
 * The parameters of an overview: for each side a search and the cursor of a page.
 *
 * @param parameters those that are given, by name
 */
record OverviewQuery(Map<String, String> parameters) {
    private static final String AFTER = "-after";

    static OverviewQuery of(Exchange exchange, Relation relation) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Stream.of(relation.left(), relation.right())
                .map(OverviewQuery::key)
                .flatMap(key -> Stream.of(key, key + AFTER))
                .forEach(name -> exchange.filled(name).ifPresent(value -> parameters.put(name, value)));
        return new OverviewQuery(parameters);
    }

    /** The name of the search in a side. */
    static String key(Side side) {
        return side.kind().words();
    }

    String search(Side side) {
        return parameters.getOrDefault(key(side), "");
    }

    String after(Side side) {
        return parameters.getOrDefault(key(side) + AFTER, "");
    }

    OverviewQuery withAfter(Side side, String cursor) {
        return with(key(side) + AFTER, cursor);
    }

    /** The same without search and page of a side. */
    OverviewQuery without(Side side) {
        return withAfter(side, "").with(key(side), "");
    }

    private OverviewQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        changed.values().removeIf(String::isEmpty);
        return new OverviewQuery(changed);
    }

    String address(Screen screen) {
        Links links = Links.to(screen.home());
        parameters.forEach(links::with);
        return links.toString();
    }

    /** Where the matrix of an entry is, with these parameters for the way back. */
    String matrix(Screen screen, Side side, Entry entry) {
        Links links = Links.to(screen.home() + "/matrix").with(side.kind().idParameter(), entry.id());
        parameters.forEach((name, value) -> links.with(FormParameter.LIST + name, value));
        return links.toString();
    }
}
