package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.RenamingSourceContract;
import org.clientele.testkit.TestPerson;

class H2RenamingSourceContractTest extends RenamingSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(new H2Database("renaming"), people, Map.of());
    }
}
