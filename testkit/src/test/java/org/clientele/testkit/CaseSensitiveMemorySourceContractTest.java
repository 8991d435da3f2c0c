package org.clientele.testkit;

import java.util.List;
import java.util.Map;

/** The contract can be kept where case matters. */
class CaseSensitiveMemorySourceContractTest extends CustomerUserSourceContract
        implements SortingSourceContract, CountingSourceContract, CustomerIdSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) {
        return MemoryFixture.sound(people, Map.of("searchPrefix", "*", "searchCaseSensitive", "1"));
    }
}
