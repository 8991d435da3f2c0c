package org.clientele.testkit;

import java.util.List;

class CustomerMemorySourceContractTest extends CustomerSourceContract {
    @Override
    public CustomerFixture customers(List<TestCustomer> customers) {
        return CustomerMemoryFixture.of(customers, CustomerMemorySource::new);
    }
}
