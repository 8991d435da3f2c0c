package org.clientele.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Addition;
import org.clientele.Change;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.internal.LookUp.Hit;

/** The checks that {@link Writing} makes before it writes, and no more. */
final class Rehearsal {
    private final SlotKind kind;
    private final Slots slots;
    private final Memory memory;
    private final WriteRules rules;
    private final GeneratedLogin logins = new GeneratedLogin(Clock.systemUTC());

    Rehearsal(Slots slots, Memory memory, WriteRules rules) {
        this.kind = slots.kind();
        this.slots = slots;
        this.memory = memory;
        this.rules = rules;
    }

    void check(Addition addition) throws DirectoryException {
        Slot slot = slots.named(addition.source())
                .orElseThrow(() -> new InvalidInputException("source", Fault.noSource(addition.source())));
        AskedSource source = slot.source().orElseThrow(slot::waiting);
        rules.requireWritable(slot, source);
        Map<String, String> values = RecordValues.completed(source.fields(), addition.fields());
        Optional<String> prefix = source.description().rules().generatedLoginPrefix();
        if (prefix.isPresent() && values.getOrDefault(kind.idVariable(), "").isEmpty()) {
            values.put(kind.idVariable(), logins.next(prefix.get()));
        }
        rules.checkNew(slot, source, values, addition);
        String id = values.getOrDefault(kind.idVariable(), "");
        rules.requireFree(source, id, values, slots.now());
    }

    /** @return the variables that would change */
    Set<String> check(Change change) throws DirectoryException {
        Hit hit = new LookUp(slots.now(), memory).ask(change.id()).certain(kind, change.id());
        AskedSource source = hit.slot().source().orElseThrow(hit.slot()::waiting);
        rules.requireWritable(hit.slot(), source);
        Map<String, String> values = rules.changed(source, hit.record(), change.fields());
        rules.checkFields(source, hit.record(), values);
        rules.checkReferences(source, values, Optional.of(hit));
        return values.keySet();
    }
}
