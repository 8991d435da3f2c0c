package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.clientele.Ownership;
import org.clientele.Validity;
import org.clientele.internal.LookUp.Hit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalMarksTest {
    private final SlotsOfTest slots = new SlotsOfTest();
    private final MemoryStore store = new MemoryStore();

    @AfterEach
    void close() {
        slots.close();
    }

    private Hit hit(int slot, String login) {
        return new Hit(slots.slots().get(slot), MemorySource.record(login, Validity.VALID), Ownership.CONFIRMED);
    }

    private LocalMarks marks() {
        return slots.memory().marks();
    }

    @Test
    void onlySourcesWithAMarkCostAStatement() {
        slots.with(Optional.empty()).with(Optional.empty()).bind(store.disable("s1", "John"));

        assertThat(marks().on(List.of(hit(0, "john"), hit(0, "x")))).allMatch(hit -> hit.validity() == Validity.VALID);
        assertThat(store.asked()).isZero();

        assertThat(marks().on(List.of(hit(0, "john"), hit(1, "JOHN"), hit(1, "x"))))
                .extracting(Hit::validity)
                .containsExactly(Validity.VALID, Validity.INVALID, Validity.VALID);
        assertThat(store.asked()).isOne();
    }

    @Test
    void theFirstMarkThatThisProcessMakesIsSeenAtOnce() {
        slots.with(Optional.empty()).bind(store);
        assertThat(marks().on(hit(0, "john")).disabled()).isEmpty();

        marks().announce(slots.slots().get(0));
        store.disable("s0", "john");

        assertThat(marks().on(hit(0, "john")).disabled()).isPresent();
    }

    @Test
    void withoutTheStoreRecordsAreAsTheirSourcesTellThem() {
        slots.with(Optional.empty()).bind(store.disable("s0", "john"));
        assertThat(marks().on(hit(0, "john")).disabled()).isPresent();

        store.setDown(true);

        assertThat(marks().on(hit(0, "john")).disabled()).isEmpty();
        assertThat(slots.memory().notice()).isNotEmpty();
    }
}
