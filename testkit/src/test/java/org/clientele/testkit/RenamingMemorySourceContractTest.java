package org.clientele.testkit;

import java.util.List;
import java.util.Map;

class RenamingMemorySourceContractTest extends RenamingSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) {
        return MemoryFixture.of(people, table -> new WritableMemorySource(table, Map.of()));
    }
}
