package org.clientele.internal;

import java.util.List;
import java.util.OptionalLong;
import org.clientele.Count.Total;
import org.clientele.Ownership;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.store.DisabledPeople.Mark;

/**
 * How many people a source counts as valid although they were disabled here.
 *
 * @param atLeast so many certainly match what is counted
 * @param atMost no more than so many match it
 */
record HiddenPeople(long atLeast, long atMost) {
    private static final HiddenPeople NONE = new HiddenPeople(0, 0);
    /** With more marks than this in a source its people are not looked up to count them. */
    private static final int MOST_LOOKED_UP = 1000;

    /** Up to 1000 marked people are looked up; whether they match anything but everything only their source could tell. */
    static HiddenPeople of(Slot slot, LocalMarks marks, Criterion criterion) {
        try {
            List<Mark> some = marks.some(slot, MOST_LOOKED_UP + 1);
            if (some.isEmpty()) {
                return NONE;
            }
            if (some.size() > MOST_LOOKED_UP) {
                return new HiddenPeople(0, marks.number(slot));
            }
            return lookedUp(slot, some, criterion);
        } catch (StoreUnavailableException e) {
            return NONE;
        }
    }

    private static HiddenPeople lookedUp(Slot slot, List<Mark> some, Criterion criterion) {
        Reply<List<SourceRecord>> reply = slot.ask(
                        source -> source.having(some.stream().map(Mark::login).toList()))
                .reply();
        if (!reply.answered()) {
            return new HiddenPeople(0, some.size());
        }
        Marks marks = new Marks(some);
        long valid = reply.value().orElseThrow().stream()
                .filter(record -> record.validity() == Validity.VALID)
                .filter(record -> marks.on(new Hit(slot, record, Ownership.CONFIRMED))
                        .disabled()
                        .isPresent())
                .count();
        return new HiddenPeople(criterion.equals(Criterion.ALL) ? valid : 0, valid);
    }

    Total takenOff(Total matches) {
        long least = Math.max(0, matches.atLeast() - atMost);
        return matches.atMost().isPresent()
                ? new Total(least, OptionalLong.of(matches.atMost().getAsLong() - atLeast))
                : new Total(least, matches.atMost());
    }
}
