package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.CountingSourceContract;
import org.clientele.testkit.CustomerIdSourceContract;
import org.clientele.testkit.CustomerUserSourceContract;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

class DerbySourceContractTest extends CustomerUserSourceContract
        implements CountingSourceContract, CustomerIdSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(new DerbyDatabase("contract"), people, Map.of());
    }
}
