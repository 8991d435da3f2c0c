package org.clientele.testkit;

import java.util.List;

class CustomerMovingMemorySourceContractTest extends CustomerMovingSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) {
        return MemoryFixture.of(people, CustomerMovingMemorySource::new);
    }
}
