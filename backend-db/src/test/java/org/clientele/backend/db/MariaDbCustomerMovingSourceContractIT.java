package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.CustomerMovingSourceContract;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbCustomerMovingSourceContractIT extends CustomerMovingSourceContract {
    @RegisterExtension
    static final MariaDbDatabase SERVER = new MariaDbDatabase();

    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(SERVER, people, Map.of());
    }
}
