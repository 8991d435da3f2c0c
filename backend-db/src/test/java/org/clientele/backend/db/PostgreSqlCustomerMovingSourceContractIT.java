package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.CustomerMovingSourceContract;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlCustomerMovingSourceContractIT extends CustomerMovingSourceContract {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return new TableFixture(SERVER, people, Map.of());
    }
}
