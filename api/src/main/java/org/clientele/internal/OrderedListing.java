package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.Ownership;
import org.clientele.SourceReport;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;

/**
 * The one page of a list in another order than that of the ids: each source delivers a bounded number of records, the first
 * ones in that order where it can sort; they are sorted together and cut.
 */
final class OrderedListing {
    private final List<Slot> slots;
    private final Memory memory;
    private final ListRequest request;
    private final RecordOrder order;
    private final Map<Slot, PendingCall<SourcePage>> calls = new LinkedHashMap<>();

    /** Asks the sources at once. */
    OrderedListing(List<Slot> slots, Memory memory, Question question, ListRequest request, RecordOrder order) {
        this.slots = slots;
        this.memory = memory;
        this.request = request;
        this.order = order;
        SourceQuery query = new SourceQuery(
                question.criterion(), Optional.empty(), ListRequest.MOST_ROWS, request.includeInvalid());
        question.asked().forEach(slot -> calls.put(slot, slot.ask(source -> source.sort(query, order))));
    }

    Listing.Result page() {
        Map<Slot, Reply<SourcePage>> replies = new LinkedHashMap<>();
        calls.forEach((slot, call) -> replies.put(slot, call.reply()));
        List<Slot> failed = replies.entrySet().stream()
                .filter(reply -> !reply.getValue().answered())
                .map(Map.Entry::getKey)
                .toList();
        List<Hit> sorted = sorted(replies);
        List<SourceReport> shadowing = new ArrayList<>();
        List<Hit> rows = new ArrayList<>();
        int taken = 0;
        while (rows.size() < request.limit() && taken < sorted.size()) {
            int end = Math.min(sorted.size(), taken + request.limit() - rows.size());
            Shadowing shadows = new Shadowing(slots, failed, memory);
            List<Hit> owned = memory.marks().on(shadows.owned(sorted.subList(taken, end)));
            owned.stream().filter(hit -> hit.shownTo(request)).forEach(rows::add);
            shadowing.addAll(shadows.reports());
            taken = end;
        }
        Set<Slot> cut =
                sorted.subList(taken, sorted.size()).stream().map(Hit::slot).collect(Collectors.toSet());
        boolean incomplete = !failed.isEmpty()
                || !shadowing.isEmpty()
                || replies.values().stream().anyMatch(OrderedListing::isTruncated);
        return new Listing.Result(rows, Optional.empty(), reports(replies, cut, shadowing), incomplete);
    }

    private List<Hit> sorted(Map<Slot, Reply<SourcePage>> replies) {
        List<Hit> hits = new ArrayList<>();
        replies.forEach((slot, reply) -> reply.value()
                .ifPresent(page ->
                        page.records().forEach(record -> hits.add(new Hit(slot, record, Ownership.CONFIRMED)))));
        hits.sort(order);
        return hits;
    }

    private List<SourceReport> reports(
            Map<Slot, Reply<SourcePage>> replies, Set<Slot> cut, List<SourceReport> shadowing) {
        List<SourceReport> reports = new ArrayList<>();
        replies.forEach((slot, reply) -> reports.add(report(slot, reply, cut.contains(slot))));
        for (SourceReport report : shadowing) {
            if (reports.stream().noneMatch(r -> r.source().equals(report.source()))) {
                reports.add(report);
            }
        }
        return reports;
    }

    private SourceReport report(Slot slot, Reply<SourcePage> reply, boolean cut) {
        if (isTruncated(reply)) {
            return truncated(slot, reply.time(), SourceStream.PARTIAL);
        }
        if (cut || reply.value().map(SourcePage::more).orElse(false)) {
            return truncated(
                    slot,
                    reply.time(),
                    "Has more records than this list shows, which has one page of at most " + request.limit()
                            + " rows; search for less, or list by login");
        }
        return reply.report(slot.name());
    }

    private static SourceReport truncated(Slot slot, Duration time, String message) {
        return new SourceReport(slot.name(), Outcome.TRUNCATED, time, message);
    }

    private static boolean isTruncated(Reply<SourcePage> reply) {
        return reply.value().map(SourcePage::truncated).orElse(false);
    }
}
