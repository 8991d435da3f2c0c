package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;
import org.clientele.testkit.WritableSourceContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbWritableSourceContractIT extends WritableSourceContract {
    @RegisterExtension
    static final MariaDbDatabase SERVER = new MariaDbDatabase();

    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(SERVER, people, Map.of());
    }
}
