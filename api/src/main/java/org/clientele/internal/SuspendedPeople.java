package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.CustomerUser;
import org.clientele.InvalidInputException;
import org.clientele.Ownership;
import org.clientele.StoreUnavailableException;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.Conflict.SuspendedReference;
import org.clientele.conflict.ConflictPage;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.Owner;

/** Walks the references of the store and compares the identities that they remember with those that their sources tell. */
final class SuspendedPeople {
    private static final int AT_ONCE = 500;
    private static final int MOST_ASKED = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final List<Slot> slots;
    private final Memory memory;
    private final Function<Hit, CustomerUser> view;
    private final int limit;
    private final Reports reports = new Reports();
    private final List<Conflict> found = new ArrayList<>();
    private long walked;
    private int asked;

    SuspendedPeople(List<Slot> slots, Memory memory, Function<Hit, CustomerUser> view, int limit) {
        this.slots = slots;
        this.memory = memory;
        this.view = view;
        this.limit = limit;
    }

    ConflictPage page(Optional<String> after) throws InvalidInputException, StoreUnavailableException {
        Place start = after.isPresent() ? place(after.get()) : new Place(0, false);
        Optional<Long> next = Optional.of(start.reference());
        Deadline end = Deadline.in(LONGEST);
        while (next.isPresent() && found.size() < limit && asked < MOST_ASKED && !end.passed()) {
            next = portion(next.get());
        }
        boolean incomplete = start.incomplete() || !reports.complete();
        Optional<String> cursor =
                next.map(reference -> new PortionCursor(walked, (incomplete ? "-" : "") + reference).encode());
        return new ConflictPage(found, cursor, walked, reports.all(), incomplete);
    }

    private record Place(long reference, boolean incomplete) {}

    private Place place(String text) throws InvalidInputException {
        PortionCursor cursor = PortionCursor.decode(text);
        if (!cursor.place().matches("-?[0-9]{1,18}")) {
            throw PortionCursor.invalid();
        }
        walked = cursor.walked();
        long number = Long.parseLong(cursor.place().replace("-", ""));
        return new Place(number, cursor.place().startsWith("-"));
    }

    /** @return the last reference that was looked at, empty at the end */
    private Optional<Long> portion(long after) throws StoreUnavailableException {
        List<Owner> some = memory.look(s -> s.identities().behind(after, AT_ONCE));
        List<Owner> known = some.stream()
                .filter(owner -> owner.nativeId().isPresent() && owner.pending().isEmpty())
                .toList();
        Map<String, Map<String, Hit>> hits = hits(known);
        for (int i = 0; i < some.size(); i++) {
            Owner owner = some.get(i);
            walked++;
            Optional.ofNullable(hits.getOrDefault(owner.sourceId(), Map.of()).get(owner.loginKey()))
                    .filter(hit -> !Persons.isSame(owner, hit.record()))
                    .ifPresent(hit -> found.add(suspended(owner, hit)));
            if (found.size() == limit) {
                return Optional.of(owner.id());
            }
        }
        return some.size() < AT_ONCE
                ? Optional.empty()
                : Optional.of(some.get(some.size() - 1).id());
    }

    private Map<String, Map<String, Hit>> hits(List<Owner> owners) {
        Map<String, List<String>> logins = owners.stream()
                .collect(Collectors.groupingBy(Owner::sourceId, Collectors.mapping(Owner::login, Collectors.toList())));
        Map<Slot, PendingCall<List<SourceRecord>>> calls = new LinkedHashMap<>();
        slots.stream()
                .filter(slot -> logins.containsKey(slot.sourceId()))
                .forEach(slot -> calls.put(
                        slot, slot.ask(source -> source.having(logins.getOrDefault(slot.sourceId(), List.of())))));
        Map<String, Map<String, Hit>> hits = new HashMap<>();
        calls.forEach((slot, call) -> {
            Reply<List<SourceRecord>> reply = call.reply();
            reports.add(reply.report(slot.name()));
            Map<String, Hit> byKey = new HashMap<>();
            reply.value()
                    .orElse(List.of())
                    .forEach(record ->
                            byKey.put(slot.loginKey(record.id()), new Hit(slot, record, Ownership.CONFIRMED)));
            hits.put(slot.sourceId(), byKey);
        });
        asked += owners.size();
        return hits;
    }

    private SuspendedReference suspended(Owner owner, Hit hit) {
        return new SuspendedReference(
                view.apply(hit),
                owner.nativeId().orElse(""),
                hit.record().nativeId().orElse(""),
                owner.confirmedAt());
    }
}
