package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.CustomerMovingSourceContract;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

class H2CustomerMovingSourceContractTest extends CustomerMovingSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(new H2Database("moving"), people, Map.of());
    }
}
