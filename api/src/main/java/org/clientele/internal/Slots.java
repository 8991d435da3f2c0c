package org.clientele.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.clientele.spi.DirectorySource;

/**
 * The slots of one kind. Configurations and services come and go under a lock that is held for nothing else; readers take the
 * current snapshot, once per request, and never lock.
 */
final class Slots implements AutoCloseable {
    private final SlotKind kind;
    private final int highest;
    private final SlotConfigurations configurations;
    private final CallThreads threads;
    private final BiConsumer<List<Slot>, List<Slot>> changed;
    private final List<Filling> fillings = new ArrayList<>();
    /** What a source said about additions elsewhere when it was last here, for the time while it is away. */
    private final Map<String, Boolean> bestEffort = new HashMap<>();

    private final Runnable listener = this::refresh;
    private volatile List<Slot> snapshot = List.of();

    /** A bound service: the configuration it comes from and the way to it. */
    private record Filling(String pid, AskedSource source) {}

    /**
     * @param highest the highest number of a slot
     * @param changed is told the snapshot before and after each change, outside the lock
     */
    Slots(
            SlotKind kind,
            int highest,
            SlotConfigurations configurations,
            CallThreads threads,
            BiConsumer<List<Slot>, List<Slot>> changed) {
        this.kind = kind;
        this.highest = highest;
        this.configurations = configurations;
        this.threads = threads;
        this.changed = changed;
        configurations.addListener(listener);
        refresh();
    }

    SlotKind kind() {
        return kind;
    }

    /** The slots in order, as they are now. */
    List<Slot> now() {
        return snapshot;
    }

    Optional<Slot> named(String slot) {
        return snapshot.stream().filter(s -> s.name().equals(slot)).findFirst();
    }

    void add(DirectorySource source, Map<String, ?> properties) {
        Object pid = properties.get("service.pid");
        AskedSource made = new AskedSource(source, threads);
        synchronized (fillings) {
            AskedSource asked = filling(source).map(Filling::source).orElse(made);
            fillings.removeIf(filling -> filling.source().equals(asked));
            fillings.add(new Filling(pid == null ? "" : String.valueOf(pid), asked));
        }
        refresh();
    }

    void remove(DirectorySource source) {
        synchronized (fillings) {
            filling(source).ifPresent(fillings::remove);
        }
        refresh();
    }

    /** Has sources made anew whose configurations have placeholders. */
    void readSecretsAgain() {
        configurations.readSecretsAgain(kind);
    }

    @Override
    public void close() {
        configurations.removeListener(listener);
    }

    private void refresh() {
        List<Slot> before;
        List<Slot> after;
        synchronized (fillings) {
            before = snapshot;
            after = configurations.slots(kind).stream()
                    .filter(this::isWithinReach)
                    .map(this::filled)
                    .toList();
            snapshot = after;
        }
        changed.accept(before, after);
    }

    private boolean isWithinReach(ConfiguredSlot slot) {
        boolean within = slot.number() <= highest;
        if (!within) {
            configurations.tellOfHighSlot(slot, highest);
        }
        return within;
    }

    private Slot filled(ConfiguredSlot slot) {
        if (slot.conflict().isPresent()) {
            return new Slot(slot, Optional.empty());
        }
        Optional<AskedSource> source = fillings.stream()
                .filter(filling -> fills(filling, slot))
                .map(Filling::source)
                .reduce((earlier, later) -> later);
        source.ifPresent(s -> bestEffort.put(slot.sourceId(), new Slot(slot, source).bestEffort()));
        return new Slot(slot.orBestEffort(bestEffort.get(slot.sourceId())), source);
    }

    private Optional<Filling> filling(DirectorySource source) {
        return fillings.stream()
                .filter(filling -> filling.source().service() == source)
                .findFirst();
    }

    private static boolean fills(Filling filling, ConfiguredSlot slot) {
        return filling.pid().isEmpty()
                ? filling.source().slot().equals(slot.slot())
                : filling.pid().equals(slot.pid());
    }
}
