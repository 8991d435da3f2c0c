package org.clientele.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.clientele.StoreUnavailableException;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.store.DisabledPeople;
import org.clientele.spi.store.DisabledPeople.Mark;

/**
 * Marks what sources answer with who was disabled here: after every cache, so that nothing stale is told. In a source that has no
 * mark nothing is asked; which ones have one is asked again after five seconds, so that the first mark of another node is seen.
 * Sign-in and permissions do not rely on that: they ask the store in any case.
 */
final class LocalMarks {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Memory memory;
    private final Set<String> ownSources = ConcurrentHashMap.newKeySet();
    private volatile Asked asked = new Asked(Set.of(), true, System.nanoTime() - FRESH.toNanos());

    /** @param answered whether the store answered; else the sources are those of the time before */
    private record Asked(Set<String> sources, boolean answered, long at) {
        boolean fresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }
    }

    LocalMarks(Memory memory) {
        this.memory = memory;
    }

    /** Announces that somebody of a source is going to be disabled by this process. */
    void announce(Slot slot) {
        ownSources.add(slot.sourceId());
    }

    /** The same records with the marks of who was disabled; one statement for up to 500. Without the store they have none. */
    List<Hit> on(List<Hit> hits) {
        Set<String> keys = hits.stream()
                .filter(hit -> mayHave(hit.slot()))
                .map(hit -> hit.slot().loginKey(hit.record().id()))
                .filter(Memory::isKept)
                .collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return hits;
        }
        try {
            Marks marks = new Marks(memory.look(s -> s.disabledPeople().of(keys)));
            return hits.stream().map(marks::on).toList();
        } catch (StoreUnavailableException e) {
            // lists go on without the store, and the notice says so
            return hits;
        }
    }

    Hit on(Hit hit) {
        return on(List.of(hit)).get(0);
    }

    /** Whether people of a slot may be marked: customers never are. */
    boolean mayHave(Slot slot) {
        String sourceId = slot.sourceId();
        return slot.name().startsWith(SlotKind.CUSTOMER_USER.base())
                && (ownSources.contains(sourceId) || sources().contains(sourceId));
    }

    /** Some of the marks of a slot. */
    List<Mark> some(Slot slot, int most) throws StoreUnavailableException {
        return memory.look(s -> s.disabledPeople().in(slot.sourceId(), most));
    }

    long number(Slot slot) throws StoreUnavailableException {
        return memory.look(s -> s.disabledPeople().count(slot.sourceId()));
    }

    private Set<String> sources() {
        return asked.fresh() || !memory.hasStore() ? asked.sources() : askedAgain();
    }

    /** While the store is away nobody waits for it a second time. */
    private synchronized Set<String> askedAgain() {
        Asked before = asked;
        if (before.fresh()) {
            return before.sources();
        }
        if (before.answered()) {
            try {
                asked = answer(memory.look(s -> s.disabledPeople().sources()));
            } catch (StoreUnavailableException e) {
                asked = new Asked(before.sources(), false, System.nanoTime());
            }
        } else {
            asked = new Asked(before.sources(), false, System.nanoTime());
            memory.lookLater(s -> learn(s.disabledPeople()));
        }
        return asked.sources();
    }

    private boolean learn(DisabledPeople people) throws StoreUnavailableException {
        asked = answer(people.sources());
        return true;
    }

    private static Asked answer(Set<String> sources) {
        return new Asked(Set.copyOf(sources), true, System.nanoTime());
    }
}
