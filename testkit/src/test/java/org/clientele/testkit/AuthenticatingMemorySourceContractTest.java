package org.clientele.testkit;

import java.util.List;
import java.util.Map;

class AuthenticatingMemorySourceContractTest extends AuthenticatingSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people, Map<String, String> passwords) {
        return MemoryFixture.of(people, table -> new AuthenticatingMemorySource(table, passwords));
    }
}
