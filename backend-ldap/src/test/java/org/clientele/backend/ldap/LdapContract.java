package org.clientele.backend.ldap;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clientele.testkit.CustomerIdSourceContract;
import org.clientele.testkit.CustomerUserSourceContract;
import org.clientele.testkit.Deviation;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The contract of all sources, over a directory that runs for all tests of the class. */
abstract class LdapContract extends CustomerUserSourceContract implements CustomerIdSourceContract {

    /** The directory server of a class. */
    static final class Server implements BeforeAllCallback, AfterAllCallback {
        private final Callable<TestDirectory> start;
        private TestDirectory directory;

        Server(Callable<TestDirectory> start) {
            this.start = start;
        }

        @Override
        public void beforeAll(ExtensionContext context) throws Exception {
            LdapLibrary.start();
            directory = start.call();
        }

        @Override
        public void afterAll(ExtensionContext context) throws Exception {
            directory.close();
        }
    }

    abstract Server server();

    @Override
    public final Fixture fixture(List<TestPerson> people) throws Exception {
        return LdapFixture.over(server().directory, people);
    }

    @Override
    public final Set<Deviation> deviations() {
        return Set.of(Deviation.VALID_OR_INVALID);
    }
}
