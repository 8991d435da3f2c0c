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
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;

/** The checks that {@link Writing} makes before it writes, and no more. */
final class Rehearsal {
    private static final String VALID = Integer.toString(Validity.VALID.id());

    private final SlotKind kind;
    private final Slots slots;
    private final Memory memory;
    private final Writing writing;
    private final GeneratedLogin logins = new GeneratedLogin(Clock.systemUTC());

    Rehearsal(Slots slots, Memory memory, Writing writing) {
        this.kind = slots.kind();
        this.slots = slots;
        this.memory = memory;
        this.writing = writing;
    }

    void check(Addition addition) throws DirectoryException {
        Slot slot = slots.named(addition.source())
                .orElseThrow(() -> new InvalidInputException("source", Fault.noSource(addition.source())));
        AskedSource source = slot.source().orElseThrow(slot::waiting);
        writing.requireWritable(slot, source);
        Map<String, String> values = RecordValues.completed(source.fields(), addition.fields());
        Optional<String> prefix = source.description().rules().generatedLoginPrefix();
        if (prefix.isPresent() && values.getOrDefault(kind.idVariable(), "").isEmpty()) {
            values.put(kind.idVariable(), logins.next(prefix.get()));
        }
        boolean checkSyntax = writing.checkEmailSyntax(values.getOrDefault(Fields.VALIDITY, VALID));
        new FieldRules(source.description(), checkSyntax).check(values);
        Writing.requirePassword(source, addition);
        String id = values.getOrDefault(kind.idVariable(), "");
        new Uniqueness(slots.now(), memory, kind, Optional.empty()).requireFreeId(id);
        writing.checkReferences(source, values, Optional.empty());
    }

    /** @return the variables that would change */
    Set<String> check(Change change) throws DirectoryException {
        Hit hit = new LookUp(slots.now(), memory).ask(change.id()).certain(kind, change.id());
        AskedSource source = hit.slot().source().orElseThrow(hit.slot()::waiting);
        writing.requireWritable(hit.slot(), source);
        Map<String, String> values = writing.changed(source, hit.record(), change.fields());
        writing.checkFields(source, hit.record(), values);
        writing.checkReferences(source, values, Optional.of(hit));
        return values.keySet();
    }
}
