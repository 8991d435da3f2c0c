package org.clientele.testkit;

import java.util.List;
import java.util.Map;

/** A source without a query language that leaves the choice to {@link org.clientele.spi.RecordMatcher}. */
class RecordMatcherContractTest extends CustomerUserSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) {
        return MemoryFixture.of(people, table -> new MatchingMemorySource(table, Map.of("searchPrefix", "*")));
    }
}
