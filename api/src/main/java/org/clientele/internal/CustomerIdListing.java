package org.clientele.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.SourceQuery.Position;

/** One page of the customer IDs over the slots: each slot delivers a page, up to where all are complete they are merged. */
final class CustomerIdListing {
    /** What is longer is no customer ID, and no cursor could hold it. */
    private static final int LONGEST_ID = 1000;

    private final int limit;
    private final boolean incompleteBefore;
    private final Map<Slot, PendingCall<CustomerIdList>> calls = new LinkedHashMap<>();

    /** A page before it is shown to callers. */
    record Result(List<String> ids, Optional<Cursor> next, List<SourceReport> reports, boolean incomplete) {}

    /** Asks the sources at once. */
    CustomerIdListing(List<Slot> asked, CustomerIdQuery query, boolean incompleteBefore) {
        this.limit = query.limit();
        this.incompleteBefore = incompleteBefore;
        asked.forEach(slot -> calls.put(slot, slot.ask(source -> source.customerIds(query))));
    }

    Result page() {
        Map<Slot, Reply<CustomerIdList>> replies = new LinkedHashMap<>();
        calls.forEach((slot, call) -> replies.put(slot, call.reply()));
        TreeSet<Position> ids = new TreeSet<>();
        Optional<Position> certain = Optional.empty();
        for (Reply<CustomerIdList> reply : replies.values()) {
            List<Position> delivered = reply.value().map(CustomerIdList::ids).orElse(List.of());
            ids.addAll(delivered);
            if (reply.value().map(CustomerIdList::more).orElse(false) && !delivered.isEmpty()) {
                Position last = delivered.get(delivered.size() - 1);
                certain = Optional.of(certain.filter(c -> c.compareTo(last) < 0).orElse(last));
            }
        }
        boolean leftOut = ids.removeIf(id -> id.id().length() > LONGEST_ID);
        List<Position> rows = certain.map(last -> ids.headSet(last, true)).orElse(ids).stream()
                .limit(limit)
                .toList();
        boolean incomplete =
                incompleteBefore || leftOut || replies.values().stream().anyMatch(CustomerIdListing::lacksSome);
        boolean more = !rows.isEmpty() && (certain.isPresent() || rows.size() < ids.size());
        Optional<Cursor> next =
                more ? Optional.of(Cursor.ofCustomerId(rows.get(rows.size() - 1), incomplete)) : Optional.empty();
        return new Result(rows.stream().map(Position::id).toList(), next, reports(replies), incomplete);
    }

    private static boolean lacksSome(Reply<CustomerIdList> reply) {
        return reply.value().map(list -> list.truncated() || isDisordered(list)).orElse(true);
    }

    private static boolean isDisordered(CustomerIdList list) {
        List<Position> sorted =
                list.ids().stream().sorted(Comparator.naturalOrder()).distinct().toList();
        return !sorted.equals(list.ids());
    }

    private static List<SourceReport> reports(Map<Slot, Reply<CustomerIdList>> replies) {
        List<SourceReport> reports = new ArrayList<>();
        replies.forEach((slot, reply) -> reports.add(report(slot, reply)));
        return reports;
    }

    private static SourceReport report(Slot slot, Reply<CustomerIdList> reply) {
        if (reply.value().isEmpty() || !lacksSome(reply)) {
            return reply.report(slot.name());
        }
        String message = isDisordered(reply.value().get())
                ? "Delivered customer IDs out of order. This is a fault of its back end"
                : "Delivered only a part: it limits the size of answers, or has too many records to look through";
        return new SourceReport(slot.name(), Outcome.TRUNCATED, reply.time(), message);
    }
}
