package org.clientele.backend.db;

import java.util.List;
import org.clientele.testkit.CustomerFixture;
import org.clientele.testkit.CustomerSourceContract;
import org.clientele.testkit.TestCustomer;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgreSqlCustomerSourceContractIT extends CustomerSourceContract {
    @RegisterExtension
    static final PostgreSqlDatabase SERVER = new PostgreSqlDatabase();

    @Override
    public CustomerFixture customers(List<TestCustomer> customers) throws Exception {
        return new CustomerTableFixture(SERVER, customers);
    }
}
