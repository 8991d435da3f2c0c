package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.DisabledHere;
import org.clientele.ListRequest;
import org.clientele.NotFoundException;
import org.clientele.Ownership;
import org.clientele.SourceReport;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.Owner;

/**
 * Looks one record up over all slots. The answer is known as soon as every slot up to the first hit has answered; where one
 * of them could not be asked, the remembered owner decides.
 */
final class LookUp {
    private static final int LONGEST_ID = 1000;

    private final List<Slot> slots;
    private final Memory memory;

    LookUp(List<Slot> slots, Memory memory) {
        this.slots = slots;
        this.memory = memory;
    }

    /**
     * What is known about an id.
     *
     * @param hit the slot and record that own it, empty if there is none or that is not known
     * @param unknown whether a slot that could own the id could not be asked, so that no hit means nothing
     * @param missing the slots that count and could not be asked, as far as slots were asked
     * @param reports of the slots that were asked
     */
    record Result(Optional<Hit> hit, boolean unknown, List<Slot> missing, List<SourceReport> reports) {

        /** The record, if it is certain who owns it. */
        Hit certain(SlotKind kind, String id) throws NotFoundException, SourceUnavailableException {
            boolean unconfirmed = hit.isPresent() && hit.get().ownership() == Ownership.UNCONFIRMED;
            if (unknown || unconfirmed) {
                List<String> names = missing.stream().map(Slot::name).toList();
                throw new SourceUnavailableException(
                        SourceUnavailableException.Reason.CONNECTION,
                        "It is not certain which source owns \"" + id + "\", because " + String.join(", ", names)
                                + " cannot be asked; try again when it is back");
            }
            return hit.orElseThrow(() -> notFound(kind, id));
        }
    }

    /**
     * A record and the slot that owns it.
     *
     * @param disabled that the person was disabled here, as far as that was asked
     */
    record Hit(Slot slot, SourceRecord record, Ownership ownership, Optional<DisabledHere> disabled) {
        Hit(Slot slot, SourceRecord record, Ownership ownership) {
            this(slot, record, ownership, Optional.empty());
        }

        Hit with(DisabledHere mark) {
            return new Hit(slot, record, ownership, Optional.of(mark));
        }

        /** Whether a list shows the record: who is invalid in the source was asked for or is not there. */
        boolean shownTo(ListRequest request) {
            return request.includeInvalid() || disabled.isEmpty();
        }

        /** What counts: neither the source nor this directory can make valid whom the other one does not want. */
        Validity validity() {
            return disabled.isPresent() ? Validity.INVALID : record.validity();
        }
    }

    /** Whether something can be an id at all. */
    static boolean isAskable(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID;
    }

    static NotFoundException notFound(SlotKind kind, String id) {
        return new NotFoundException("There is no " + kind.word() + " \"" + id + "\".");
    }

    /** The answer, remembered look-ups included. */
    Result find(String id) {
        List<SourceReport> reports = new ArrayList<>();
        for (Slot slot : slots) {
            Optional<Optional<SourceRecord>> remembered = slot.source().flatMap(s -> s.remembered(id));
            if (remembered.isEmpty()) {
                return ask(id);
            }
            reports.add(slot.remembered());
            if (remembered.get().isPresent()) {
                Hit hit = new Hit(slot, remembered.get().get(), Ownership.CONFIRMED);
                return new Result(Optional.of(hit), false, List.of(), reports);
            }
        }
        return new Result(Optional.empty(), false, List.of(), reports);
    }

    /** The answer of the sources themselves. */
    Result ask(String id) {
        try (Asking asking = start(id)) {
            return asking.result();
        }
    }

    /** Asks the sources themselves. */
    Asking start(String id) {
        return new Asking(id);
    }

    /** One request: all slots are asked at once, their replies are taken in order. */
    final class Asking implements AutoCloseable {
        private final String id;
        private final List<PendingCall<Optional<SourceRecord>>> calls = new ArrayList<>();
        private final List<Reply<Optional<SourceRecord>>> replies = new ArrayList<>();
        private final List<SourceReport> reports = new ArrayList<>();
        private final List<Slot> missing = new ArrayList<>();
        private boolean dead;

        private Asking(String id) {
            this.id = id;
            slots.forEach(slot -> calls.add(slot.ask(source -> source.find(id))));
        }

        Result result() {
            Optional<Hit> first = firstHit();
            if (first.isEmpty()) {
                return new Result(Optional.empty(), dead || !missing.isEmpty(), missing, reports);
            }
            Optional<Hit> owner = missing.isEmpty() ? first : owner(first.get());
            return new Result(owner, owner.isEmpty(), missing, reports);
        }

        /** Nobody waits for the replies that were not needed. */
        @Override
        public void close() {
            calls.subList(replies.size(), calls.size()).forEach(PendingCall::abandon);
        }

        private Optional<Hit> firstHit() {
            while (replies.size() < slots.size()) {
                Slot slot = slots.get(replies.size());
                Optional<SourceRecord> found = take().value().flatMap(r -> r);
                if (found.isPresent()) {
                    Ownership ownership = missing.isEmpty() ? Ownership.CONFIRMED : Ownership.UNCONFIRMED;
                    return Optional.of(new Hit(slot, found.get(), ownership));
                }
            }
            return Optional.empty();
        }

        /** The last confirmed owner stands; if it is away itself, nothing is known. */
        private Optional<Hit> owner(Hit first) {
            Owner owner = memory.owners(slots, List.of(id)).get(id);
            int place = owner == null ? -1 : placeOf(owner.sourceId());
            if (place < 0) {
                return Optional.of(first);
            }
            while (replies.size() <= place) {
                take();
            }
            Reply<Optional<SourceRecord>> reply = replies.get(place);
            if (!reply.answered()) {
                return Optional.empty();
            }
            return reply.value()
                    .flatMap(r -> r)
                    .map(record -> new Hit(slots.get(place), record, Ownership.CONFIRMED))
                    .or(() -> Optional.of(first));
        }

        private Reply<Optional<SourceRecord>> take() {
            Slot slot = slots.get(replies.size());
            Reply<Optional<SourceRecord>> reply = calls.get(replies.size()).reply();
            replies.add(reply);
            reports.add(reply.report(slot.name()));
            if (reply.answered()) {
                memory.answered(slot.sourceId());
            } else {
                dead |= slot.die();
                if (memory.counts(slot.sourceId())) {
                    missing.add(slot);
                }
            }
            return reply;
        }

        private int placeOf(String sourceId) {
            for (int i = 0; i < slots.size(); i++) {
                if (slots.get(i).sourceId().equals(sourceId)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
