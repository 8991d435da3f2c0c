package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.CountingSourceContract;
import org.clientele.testkit.CustomerIdSourceContract;
import org.clientele.testkit.CustomerUserSourceContract;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.SortingSourceContract;
import org.clientele.testkit.TestPerson;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbSourceContractIT extends CustomerUserSourceContract
        implements SortingSourceContract, CountingSourceContract, CustomerIdSourceContract {
    @RegisterExtension
    static final MariaDbDatabase SERVER = new MariaDbDatabase();

    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(SERVER, people, Map.of());
    }
}
