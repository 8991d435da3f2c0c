package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import org.clientele.testkit.AuthenticatingSourceContract;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

class DerbyAuthenticatingSourceContractTest extends AuthenticatingSourceContract {
    /** Argon2 takes its time, as it should; that costs the contract over H2 enough. */
    private static final Map<String, String> QUICK = Map.of("passwordFormat", "sha512");

    @Override
    public Fixture fixture(List<TestPerson> people, Map<String, String> passwords) throws Exception {
        return new TableFixture(new DerbyDatabase("authenticating"), people, QUICK).withPasswords(passwords);
    }
}
