package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The contract on one broken kind of source. */
abstract class Broken extends CustomerUserSourceContract
        implements SortingSourceContract, CountingSourceContract, CustomerIdSourceContract {
    static final Map<String, String> SETTINGS = Map.of("searchPrefix", "*");

    private final Function<MemoryTable, MemorySource> kind;

    Broken(Function<MemoryTable, MemorySource> kind) {
        this.kind = kind;
    }

    @Override
    public Fixture fixture(List<TestPerson> people) {
        return MemoryFixture.of(people, kind);
    }
}
