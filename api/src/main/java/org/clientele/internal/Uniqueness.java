package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** Asks whether another record has the id. */
    FreeId askId(String id) {
        return new FreeId(id);
    }

    /** Asks whether another record has the address. */
    Check askEmail(String address) {
        return new FreeEmail(address);
    }

    /** One question to all slots. */
    private abstract class Free<T> implements Check {
        private final List<PendingCall<T>> calls = new ArrayList<>();
        private final List<Slot> missing = new ArrayList<>();
        private int replies;

        Free(Function<AskedSource, PendingCall<T>> question) {
            slots.forEach(slot -> calls.add(slot.ask(question)));
        }

        abstract boolean isTaken(Slot slot, T answer);

        abstract AlreadyExistsException taken();

        @Override
        public void require() throws AlreadyExistsException, SourceUnavailableException {
            boolean taken = false;
            while (replies < calls.size()) {
                Slot slot = slots.get(replies);
                Reply<T> reply = calls.get(replies++).reply();
                taken |= reply.value().filter(answer -> isTaken(slot, answer)).isPresent();
                note(slot, reply, missing);
            }
            if (taken) {
                throw taken();
            }
            requireAnswers(missing);
        }

        /** The slots that count and did not answer. */
        final List<Slot> missing() {
            return missing;
        }

        @Override
        public void close() {
            calls.subList(replies, calls.size()).forEach(PendingCall::abandon);
            replies = calls.size();
        }
    }

    /** Whether an id is free. */
    final class FreeId extends Free<Optional<SourceRecord>> {
        private final String id;

        private FreeId(String id) {
            super(source -> source.find(id));
            this.id = id;
        }

        @Override
        boolean isTaken(Slot slot, Optional<SourceRecord> answer) {
            return answer.filter(found -> !isOwn(slot, found)).isPresent();
        }

        @Override
        AlreadyExistsException taken() {
            return new AlreadyExistsException(
                    kind.idVariable(), "There is a " + kind.word() + " \"" + id + "\" already.");
        }
    }

    private final class FreeEmail extends Free<SourcePage> {
        FreeEmail(String address) {
            super(source -> source.withEmail(address));
        }

        @Override
        boolean isTaken(Slot slot, SourcePage answer) {
            return hasOther(slot, answer);
        }

        @Override
        AlreadyExistsException taken() {
            return new AlreadyExistsException(
                    Fields.EMAIL, "This e-mail address is already in use for another customer user.");
        }
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
