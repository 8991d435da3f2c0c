package org.clientele.internal;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.ListRequest;
import org.clientele.spi.Criterion;
import org.clientele.spi.DirectorySource;

/** Slots over sources in memory, and the memory of a directory; closed after each test. */
final class SlotsOfTest implements AutoCloseable {
    private final CallThreads threads = new CallThreads();
    private final Memory memory = new Memory(threads);
    private final List<Slot> slots = new ArrayList<>();

    /** The next slot: {@code CustomerUser}, {@code CustomerUser1} and so on; its source id is {@code s0}, {@code s1}, …. */
    SlotsOfTest with(Optional<? extends DirectorySource> source) {
        int number = slots.size();
        ConfiguredSlot configured = new ConfiguredSlot(
                slotName(number), number, "pid" + number, "s" + number, "", false, Optional.empty(), List.of());
        slots.add(new Slot(configured, source.<AskedSource>map(s -> new AskedSource(s, threads))));
        return this;
    }

    static String slotName(int number) {
        return number == 0 ? "CustomerUser" : "CustomerUser" + number;
    }

    /** Binds a store and waits until the directory knows which sources have answered. */
    void bind(MemoryStore store) {
        memory.bindStore(store);
        await().pollInterval(Duration.ofMillis(2)).until(() -> !memory.counts("a source that has never answered"));
    }

    /** Binds a store that cannot be asked. */
    void bindDown(MemoryStore store) {
        store.setDown(true);
        memory.bindStore(store);
    }

    /** The question to the slots that a request concerns. */
    Question question(Criterion criterion, ListRequest request) {
        List<Slot> asked = slots.stream()
                .filter(slot -> request.source().map(slot.name()::equals).orElse(true))
                .toList();
        return new Question(criterion, asked, Map.of());
    }

    List<Slot> slots() {
        return slots;
    }

    Memory memory() {
        return memory;
    }

    @Override
    public void close() {
        memory.deactivate();
        threads.close();
    }
}
