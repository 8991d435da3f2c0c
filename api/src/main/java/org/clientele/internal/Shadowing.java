package org.clientele.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clientele.Ownership;
import org.clientele.SourceReport;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the rows of a page whose login belongs to another source. The rows' logins are asked for in one batch per
 * earlier slot; where a slot cannot be asked, the remembered owner decides, as in {@link LookUp}.
 */
final class Shadowing {
    private final List<Slot> slots;
    private final Memory memory;
    private final List<Slot> missing = new ArrayList<>();
    private final List<SourceReport> reports = new ArrayList<>();
    private final Map<String, Set<String>> present = new HashMap<>();

    /** @param failed slots that could not be asked a moment ago; they are not asked again */
    Shadowing(List<Slot> slots, List<Slot> failed, Memory memory) {
        this.slots = slots;
        this.memory = memory;
        failed.stream().filter(slot -> memory.counts(slot.sourceId())).forEach(missing::add);
        failed.forEach(slot -> present.put(slot.name(), Set.of()));
    }

    /** Slots that turned out to be unavailable only now. */
    List<SourceReport> reports() {
        return reports;
    }

    /** The rows that their slot owns, in the same order. */
    List<Hit> owned(List<Hit> rows) {
        askForPresence(earlier(rows));
        Map<String, Owner> owners = ownersOf(rows);
        askForPresence(elsewhere(rows, owners));
        return rows.stream().flatMap(row -> judge(row, owners).stream()).toList();
    }

    private Optional<Hit> judge(Hit row, Map<String, Owner> owners) {
        if (missingBefore(row).isEmpty()) {
            return hasEarlier(row) ? Optional.empty() : Optional.of(row);
        }
        Optional<Slot> owner = slotOf(owners.get(row.record().id()));
        if (owner.isPresent() && owner.get().equals(row.slot())) {
            return Optional.of(new Hit(row.slot(), row.record(), Ownership.CONFIRMED));
        }
        boolean elsewhere = owner.isPresent() && (missing.contains(owner.get()) || has(owner.get(), row));
        return elsewhere || hasEarlier(row)
                ? Optional.empty()
                : Optional.of(new Hit(row.slot(), row.record(), Ownership.UNCONFIRMED));
    }

    private Map<Slot, Set<String>> earlier(List<Hit> rows) {
        return idsBySlot(
                rows,
                slot -> row ->
                        slot.configured().number() < row.slot().configured().number());
    }

    private Map<Slot, Set<String>> elsewhere(List<Hit> rows, Map<String, Owner> owners) {
        return idsBySlot(
                rows,
                slot -> row -> slotOf(owners.get(row.record().id()))
                        .filter(owner -> owner.equals(slot) && !owner.equals(row.slot()))
                        .isPresent());
    }

    private Map<Slot, Set<String>> idsBySlot(List<Hit> rows, Function<Slot, Predicate<Hit>> wanted) {
        Map<Slot, Set<String>> ids = new LinkedHashMap<>();
        for (Slot slot : slots) {
            Set<String> of = rows.stream()
                    .filter(wanted.apply(slot))
                    .map(row -> row.record().id())
                    .collect(Collectors.toSet());
            if (!of.isEmpty() && !present.containsKey(slot.name())) {
                ids.put(slot, of);
            }
        }
        return ids;
    }

    private void askForPresence(Map<Slot, Set<String>> ids) {
        Map<Slot, PendingCall<List<SourceRecord>>> calls = new LinkedHashMap<>();
        ids.forEach((slot, of) -> calls.put(slot, slot.ask(source -> source.having(of))));
        calls.forEach((slot, call) -> {
            Reply<List<SourceRecord>> reply = call.reply();
            List<SourceRecord> found = reply.value().orElse(List.of());
            present.put(
                    slot.name(), found.stream().map(r -> slot.loginKey(r.id())).collect(Collectors.toSet()));
            if (!reply.answered()) {
                reports.add(reply.report(slot.name()));
                if (memory.counts(slot.sourceId())) {
                    missing.add(slot);
                }
            }
        });
    }

    private Map<String, Owner> ownersOf(List<Hit> rows) {
        Set<String> ids = new HashSet<>();
        rows.stream()
                .filter(row -> !missingBefore(row).isEmpty())
                .forEach(row -> ids.add(row.record().id()));
        return ids.isEmpty() ? Map.of() : memory.owners(slots, ids);
    }

    private List<Slot> missingBefore(Hit row) {
        int number = row.slot().configured().number();
        return missing.stream()
                .filter(slot -> slot.configured().number() < number)
                .toList();
    }

    private boolean hasEarlier(Hit row) {
        int number = row.slot().configured().number();
        return slots.stream()
                .filter(slot -> slot.configured().number() < number)
                .anyMatch(slot -> has(slot, row));
    }

    private boolean has(Slot slot, Hit row) {
        String login = row.record().id();
        return present.getOrDefault(slot.name(), Set.of()).contains(slot.loginKey(login));
    }

    private Optional<Slot> slotOf(@Nullable Owner owner) {
        return slots.stream()
                .filter(slot -> owner != null && slot.sourceId().equals(owner.sourceId()))
                .findFirst();
    }
}
