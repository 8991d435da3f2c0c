package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return Optional.of(new Outage() {
            @Override
            public void begin() {
                table.setAway(true);
            }

            @Override
            public void end() {
                table.setAway(false);
            }
        });
    }

    @Override
    public void close() {
        table.setAway(true);
    }
}
