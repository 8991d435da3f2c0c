package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.spi.CustomerUserSource;
import org.clientele.testkit.ExtensibleSourceContract;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

class DerbyExtensibleSourceContractTest extends ExtensibleSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(new DerbyDatabase("extensible"), people, Map.of());
    }

    @Override
    public CustomerUserSource reconfigured(Fixture fixture, Map<String, String> keys) {
        return ((TableFixture) fixture).reconfigured(keys);
    }
}
