package org.clientele.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.clientele.Count.SourceCount;
import org.clientele.Count.Total;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.SourceReport;

/** Counts what a list would have: asks the slots in parallel and adds up what is certain. */
final class Counting {
    private final List<Slot> slots;
    private final Memory memory;
    private final Question question;
    private final ListRequest request;

    Counting(List<Slot> slots, Memory memory, Question question, ListRequest request) {
        this.slots = slots;
        this.memory = memory;
        this.question = question;
        this.request = request;
    }

    /** How many a source has. */
    List<SourceCount> sources() {
        Map<Slot, PendingCall<Tally>> calls = new LinkedHashMap<>();
        question.asked()
                .forEach(slot -> calls.put(
                        slot, slot.ask(source -> source.count(question.criterion(), request.includeInvalid()))));
        return calls.entrySet().stream()
                .map(call -> withoutDisabled(
                        call.getKey(), count(call.getKey(), call.getValue().reply())))
                .toList();
    }

    /**
     * How many there are together. Of a login in several sources only the owner's record is listed, and only the first slot
     * owns all its records; few are therefore listed, many are told with their bounds.
     */
    Total total(List<SourceCount> counts) {
        OptionalLong atMost = OptionalLong.of(0);
        long certain = 0;
        long possible = 0;
        for (SourceCount count : counts) {
            OptionalLong most = count.matches().atMost();
            atMost = atMost.isPresent() && most.isPresent()
                    ? OptionalLong.of(atMost.getAsLong() + most.getAsLong())
                    : OptionalLong.empty();
            boolean ownsAll = count.report().source().equals(slots.get(0).name());
            certain += ownsAll ? count.matches().atLeast() : 0;
            possible += ownsAll ? 0 : count.matches().atLeast();
        }
        boolean exact = counts.stream().allMatch(count -> count.matches().isExact());
        if ((possible > 0 || !exact) && atMost.isPresent() && atMost.getAsLong() <= ListRequest.MOST_ROWS) {
            Optional<Total> listed = listed();
            if (listed.isPresent()) {
                return listed.get();
            }
        }
        return new Total(certain, atMost);
    }

    /** Sources do not know who was disabled here; those who are hidden for it are taken off, as far as that is certain. */
    private SourceCount withoutDisabled(Slot slot, SourceCount count) {
        if (request.includeInvalid() || !memory.marks().mayHave(slot)) {
            return count;
        }
        HiddenPeople hidden = HiddenPeople.of(slot, memory.marks(), question.criterion());
        return new SourceCount(count.report(), hidden.takenOff(count.matches()));
    }

    private Optional<Total> listed() {
        ListRequest all = request.withLimit(ListRequest.MOST_ROWS);
        Listing.Result page = new Listing(slots, memory, question, all, Optional.empty()).page();
        return page.incomplete() || page.next().isPresent()
                ? Optional.empty()
                : Optional.of(Total.exactly(page.rows().size()));
    }

    private static SourceCount count(Slot slot, Reply<Tally> reply) {
        SourceReport report = reply.report(slot.name());
        if (reply.value().isEmpty()) {
            return new SourceCount(report, Total.UNKNOWN);
        }
        Tally tally = reply.value().get();
        if (tally.complete()) {
            return new SourceCount(report, Total.exactly(tally.number()));
        }
        String message = "Counted only the first " + tally.number() + " records: it cannot count by itself";
        return new SourceCount(
                new SourceReport(slot.name(), Outcome.TRUNCATED, reply.time(), message),
                new Total(tally.number(), OptionalLong.empty()));
    }

    /**
     * What one source counted.
     *
     * @param complete whether there are no more
     */
    record Tally(long number, boolean complete) {}
}
