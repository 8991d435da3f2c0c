package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.AlreadyExistsException;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceRecord;

/** Logins and e-mail addresses are unique over all sources; a source that cannot be asked is never taken for a no. */
final class Uniqueness {
    private final List<Slot> slots;
    private final Memory memory;
    private final SlotKind kind;
    private final Optional<Hit> own;

    /** @param own the record that keeps its values, empty for a new one */
    Uniqueness(List<Slot> slots, Memory memory, SlotKind kind, Optional<Hit> own) {
        this.slots = slots;
        this.memory = memory;
        this.kind = kind;
        this.own = own;
    }

    /**
     * Requires that no other record has the id.
     *
     * @return the slots that count and did not answer
     */
    List<Slot> requireFreeId(String id) throws AlreadyExistsException, SourceUnavailableException {
        List<PendingCall<Optional<SourceRecord>>> calls = new ArrayList<>();
        slots.forEach(slot -> calls.add(slot.ask(source -> source.find(id))));
        boolean taken = false;
        List<Slot> missing = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Reply<Optional<SourceRecord>> reply = calls.get(i).reply();
            taken |= reply.value()
                    .flatMap(found -> found)
                    .filter(found -> !isOwn(slot, found))
                    .isPresent();
            note(slot, reply, missing);
        }
        if (taken) {
            throw new AlreadyExistsException(
                    kind.idVariable(), "There is a " + kind.word() + " \"" + id + "\" already.");
        }
        requireAnswers(missing);
        return missing;
    }

    /** Requires that no other record has the address. */
    void requireFreeEmail(String address) throws AlreadyExistsException, SourceUnavailableException {
        List<PendingCall<SourcePage>> calls = new ArrayList<>();
        slots.forEach(slot -> calls.add(slot.ask(source -> source.withEmail(address))));
        boolean taken = false;
        List<Slot> missing = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Reply<SourcePage> reply = calls.get(i).reply();
            taken |= reply.value().filter(page -> hasOther(slot, page)).isPresent();
            note(slot, reply, missing);
        }
        if (taken) {
            throw new AlreadyExistsException(
                    Fields.EMAIL, "This e-mail address is already in use for another customer user.");
        }
        requireAnswers(missing);
    }

    private boolean isOwn(Slot slot, SourceRecord found) {
        return own.filter(hit -> hit.slot().name().equals(slot.name())
                        && hit.record().id().equals(found.id()))
                .isPresent();
    }

    /** The same login in another source is shadowed, and nobody of its own. */
    private boolean hasOther(Slot slot, SourcePage page) {
        String ownKey = own.map(hit -> slot.loginKey(hit.record().id())).orElse("");
        return page.records().stream().anyMatch(r -> !slot.loginKey(r.id()).equals(ownKey));
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
