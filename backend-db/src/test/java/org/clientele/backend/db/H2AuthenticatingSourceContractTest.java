package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.AuthenticatingSourceContract;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

class H2AuthenticatingSourceContractTest extends AuthenticatingSourceContract {
    @Override
    public Fixture fixture(List<TestPerson> people, Map<String, String> passwords) throws Exception {
        return new TableFixture(new H2Database("authenticating"), people, Map.of()).withPasswords(passwords);
    }
}
