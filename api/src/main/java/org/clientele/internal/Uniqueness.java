package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.AlreadyExistsException;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Fields;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceRecord;

/** Logins and e-mail addresses are unique over all sources; a source that cannot be asked is never taken for a no. */
final class Uniqueness {
    private final List<Slot> slots;
    private final Memory memory;
    private final SlotKind kind;

    Uniqueness(List<Slot> slots, Memory memory, SlotKind kind) {
        this.slots = slots;
        this.memory = memory;
        this.kind = kind;
    }

    /**
     * Requires that no source has the id.
     *
     * @return whether all slots that count answered
     */
    boolean requireFreeId(String id) throws AlreadyExistsException, SourceUnavailableException {
        List<PendingCall<Optional<SourceRecord>>> calls = new ArrayList<>();
        slots.forEach(slot -> calls.add(slot.ask(source -> source.find(id))));
        boolean taken = false;
        List<Slot> missing = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Reply<Optional<SourceRecord>> reply = calls.get(i).reply();
            taken |= reply.value().flatMap(r -> r).isPresent();
            note(slots.get(i), reply, missing);
        }
        if (taken) {
            throw new AlreadyExistsException(
                    kind == SlotKind.CUSTOMER ? Fields.CUSTOMER_ID : Fields.LOGIN,
                    "There is a " + kind.word() + " \"" + id + "\" already.");
        }
        requireAnswers(missing);
        return missing.isEmpty();
    }

    /** Requires that no other record than {@code ownId} has the address; {@code ownId} is empty for a new record. */
    void requireFreeEmail(String address, String ownId) throws AlreadyExistsException, SourceUnavailableException {
        List<PendingCall<SourcePage>> calls = new ArrayList<>();
        slots.forEach(slot -> calls.add(slot.ask(source -> source.withEmail(address))));
        boolean taken = false;
        List<Slot> missing = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Reply<SourcePage> reply = calls.get(i).reply();
            taken |= reply.value().map(page -> hasOther(page, ownId)).orElse(false);
            note(slots.get(i), reply, missing);
        }
        if (taken) {
            throw new AlreadyExistsException(
                    Fields.EMAIL, "This e-mail address is already in use for another customer user.");
        }
        requireAnswers(missing);
    }

    private static boolean hasOther(SourcePage page, String ownId) {
        return page.records().stream().anyMatch(r -> !OrderKey.of(r.id()).equals(OrderKey.of(ownId)));
    }

    private void note(Slot slot, Reply<?> reply, List<Slot> missing) {
        if (reply.answered()) {
            memory.answered(slot.sourceId());
        } else if (memory.counts(slot.sourceId())) {
            missing.add(slot);
        }
    }

    private static void requireAnswers(List<Slot> missing) throws SourceUnavailableException {
        Optional<Slot> needed =
                missing.stream().filter(slot -> !slot.bestEffort()).findFirst();
        if (needed.isPresent()) {
            throw new SourceUnavailableException(
                    SourceUnavailableException.Reason.CONNECTION,
                    "The source " + needed.get().name() + " cannot be asked whether the value is in use there; "
                            + "try again when it is back, or set its uniqueness to best-effort");
        }
    }
}
