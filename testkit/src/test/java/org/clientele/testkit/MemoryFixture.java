package org.clientele.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.spi.CustomerUserSource;

/** A {@link MemorySource} of a kind with its table. */
record MemoryFixture(CustomerUserSource source, MemoryTable table) implements Fixture {

    static Fixture of(List<TestPerson> people, Function<MemoryTable, ? extends MemorySource> kind) {
        MemoryTable table = new MemoryTable(people);
        return new MemoryFixture(kind.apply(table), table);
    }

    static Fixture sound(List<TestPerson> people, Map<String, String> settings) {
        return of(people, table -> new MemorySource(table, settings));
    }

    @Override
    public Optional<Outage> outage() {
        return Optional.of(new Switched(table::setAway));
    }

    @Override
    public Optional<Outage> silence() {
        return Optional.of(new Switched(table::setSilent));
    }

    @Override
    public Duration recovery() {
        return Duration.ofSeconds(1);
    }

    private record Switched(Consumer<Boolean> state) implements Outage {
        @Override
        public void begin() {
            state.accept(true);
        }

        @Override
        public void end() {
            state.accept(false);
        }
    }

    @Override
    public void close() {
        table.setAway(true);
    }
}
