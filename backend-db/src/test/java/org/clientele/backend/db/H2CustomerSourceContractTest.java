package org.clientele.backend.db;

import java.util.List;
import org.clientele.testkit.CustomerFixture;
import org.clientele.testkit.CustomerSourceContract;
import org.clientele.testkit.TestCustomer;

class H2CustomerSourceContractTest extends CustomerSourceContract {
    @Override
    public CustomerFixture customers(List<TestCustomer> customers) throws Exception {
        return new CustomerTableFixture(new H2Database("customers"), customers);
    }
}
