package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;
import org.clientele.testkit.WritableSourceContract;

class DerbyWritableSourceContractTest extends WritableSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(new DerbyDatabase("writable"), people, Map.of());
    }
}
