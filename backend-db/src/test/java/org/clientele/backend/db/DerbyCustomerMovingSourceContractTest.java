package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.CustomerMovingSourceContract;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

class DerbyCustomerMovingSourceContractTest extends CustomerMovingSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(new DerbyDatabase("moving"), people, Map.of());
    }
}
