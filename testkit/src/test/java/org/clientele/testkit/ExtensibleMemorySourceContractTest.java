package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import org.clientele.spi.CustomerUserSource;

class ExtensibleMemorySourceContractTest extends ExtensibleSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) {
        return MemoryFixture.of(people, table -> new ExtensibleMemorySource(table, Map.of()));
    }

    @Override
    public CustomerUserSource reconfigured(Fixture fixture, Map<String, String> keys) {
        return new ExtensibleMemorySource(((MemoryFixture) fixture).table(), keys);
    }
}
