package org.clientele.backend.ldap;

import java.util.List;
import java.util.Set;
import org.clientele.testkit.CustomerIdSourceContract;
import org.clientele.testkit.CustomerUserSourceContract;
import org.clientele.testkit.Deviation;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract of all sources. */
class InMemoryContractTest extends CustomerUserSourceContract implements CustomerIdSourceContract {
    private static TestDirectory directory;

    @BeforeAll
    static void startServer() throws Exception {
        LdapLibrary.start();
        directory = new InMemoryDirectory();
    }

    @AfterAll
    static void stopServer() throws Exception {
        directory.close();
    }

    @Override
    public Fixture fixture(List<TestPerson> people) throws Exception {
        return LdapFixture.over(directory, people);
    }

    @Override
    public Set<Deviation> deviations() {
        return Set.of(Deviation.VALID_OR_INVALID);
    }
}
