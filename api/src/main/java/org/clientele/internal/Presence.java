package org.clientele.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.Ownership;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.SourceRecord;

/** Looks many records up at once, where every source has to answer: one batch per slot, the first slot that has an id owns it. */
final class Presence {
    private final List<Slot> slots;
    private final Memory memory;

    Presence(List<Slot> slots, Memory memory) {
        this.slots = slots;
        this.memory = memory;
    }

    /**
     * The records among these ids, valid or not.
     *
     * @return by id as given
     * @throws SourceUnavailableException if a source that counts cannot be asked
     */
    Map<String, Hit> of(Collection<String> ids) throws SourceUnavailableException {
        List<String> askable = ids.stream().filter(LookUp::isAskable).distinct().toList();
        if (askable.isEmpty()) {
            return Map.of();
        }
        Map<Slot, PendingCall<List<SourceRecord>>> calls = new LinkedHashMap<>();
        slots.forEach(slot -> calls.put(slot, slot.ask(source -> source.having(askable))));
        Map<String, Hit> found = new HashMap<>();
        for (Map.Entry<Slot, PendingCall<List<SourceRecord>>> call : calls.entrySet()) {
            Slot slot = call.getKey();
            Map<String, SourceRecord> records = records(slot, call.getValue());
            for (String id : askable) {
                SourceRecord record = records.get(slot.loginKey(id));
                if (record != null) {
                    found.putIfAbsent(id, new Hit(slot, record, Ownership.CONFIRMED));
                }
            }
        }
        return found;
    }

    private Map<String, SourceRecord> records(Slot slot, PendingCall<List<SourceRecord>> call)
            throws SourceUnavailableException {
        Reply<List<SourceRecord>> reply = call.reply();
        if (reply.answered()) {
            memory.answered(slot.sourceId());
        } else if (memory.counts(slot.sourceId())) {
            throw new SourceUnavailableException(
                    Reason.CONNECTION, slot.name() + " cannot be asked; try again when it is back");
        }
        return reply.value().orElse(List.of()).stream()
                .collect(Collectors.toMap(r -> slot.loginKey(r.id()), r -> r, (first, second) -> first));
    }
}
