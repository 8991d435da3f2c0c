package org.clientele.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.clientele.SourceReport;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.OrderKey;

/**
 * Who may be a member of a group, in the order of lists, as far as it is known: complete up to a place.
 *
 * @param end the place up to which these are all, empty if there are none behind it either
 * @param reports what became of the sources that were asked
 * @param incomplete whether a source could not be asked
 */
record Candidates(TreeMap<Cursor, Hit> byPlace, Optional<Cursor> end, List<SourceReport> reports, boolean incomplete) {
    private static final Comparator<Cursor> ORDER = Comparator.comparing(Cursor::key, OrderKey.COMPARATOR)
            .thenComparing(Cursor::slot)
            .thenComparing(Cursor::id, OrderKey.COMPARATOR);

    static final Candidates NONE = new Candidates(new TreeMap<>(ORDER), Optional.empty(), List.of(), false);

    static Candidates of(Listing.Result list) {
        TreeMap<Cursor, Hit> byPlace = new TreeMap<>(ORDER);
        list.rows().forEach(hit -> byPlace.put(place(hit), hit));
        Optional<Cursor> end = list.next();
        return new Candidates(byPlace, end, list.reports(), list.incomplete());
    }

    Collection<Hit> hits() {
        return byPlace.values();
    }

    /** Those of both lists, up to where the first of them ends. */
    Candidates with(Candidates other) {
        TreeMap<Cursor, Hit> all = new TreeMap<>(byPlace);
        all.putAll(other.byPlace);
        List<SourceReport> both = new ArrayList<>(reports);
        other.reports.stream()
                .filter(report ->
                        both.stream().noneMatch(known -> known.source().equals(report.source())))
                .forEach(both::add);
        Candidates joined = new Candidates(all, end, both, incomplete || other.incomplete);
        return other.end.map(joined::upTo).orElse(joined.end.map(joined::upTo).orElse(joined));
    }

    /** Those up to a place, unless they end before it. */
    Candidates upTo(Cursor place) {
        Cursor last = end.filter(known -> ORDER.compare(known, place) < 0).orElse(place);
        return new Candidates(new TreeMap<>(byPlace.headMap(last, true)), Optional.of(last), reports, incomplete);
    }

    /** The first of them. */
    Candidates first(int most) {
        return byPlace.size() <= most
                ? this
                : upTo(byPlace.keySet().stream().skip(most - 1L).findFirst().orElseThrow());
    }

    private static Cursor place(Hit hit) {
        return new Cursor(
                hit.record().key(),
                hit.slot().configured().number(),
                hit.record().id(),
                false);
    }
}
