package org.clientele.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.spi.CustomerSource;

/** A {@link CustomerMemorySource} of a kind with its table. */
record CustomerMemoryFixture(CustomerMemorySource customers, MemoryFixture memory) implements CustomerFixture {

    static CustomerFixture of(List<TestCustomer> customers, Function<MemoryTable, CustomerMemorySource> kind) {
        MemoryTable table = CustomerMemorySource.table(customers);
        CustomerMemorySource source = kind.apply(table);
        return new CustomerMemoryFixture(source, new MemoryFixture(source, table));
    }

    @Override
    public CustomerSource source() {
        return customers;
    }

    @Override
    public Optional<Outage> outage() {
        return memory.outage();
    }

    @Override
    public Optional<Outage> silence() {
        return memory.silence();
    }

    @Override
    public Duration recovery() {
        return memory.recovery();
    }

    @Override
    public void close() {
        memory.close();
    }
}
