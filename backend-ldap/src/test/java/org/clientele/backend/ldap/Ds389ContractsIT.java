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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every LDAP source does, and every source, at a 389 Directory Server. */
@Tag("heavy")
class Ds389ContractsIT {

    @Nested
    class Sources extends LdapSourceContract<Ds389Directory> {
        @Override
        Ds389Directory start() throws Exception {
            return new Ds389Directory();
        }
    }

    @Nested
    class Groups extends GroupContract<Ds389Directory> {
        @Override
        Ds389Directory start() throws Exception {
            return new Ds389Directory();
        }
    }

    @Nested
    class Limits extends LimitsContract<Ds389Directory> {
        @Override
        Ds389Directory start() throws Exception {
            return new Ds389Directory();
        }
    }

    @Nested
    class Values extends ValuesContract<Ds389Directory> {
        @Override
        Ds389Directory start() throws Exception {
            return new Ds389Directory();
        }
    }

    @Nested
    class Faults extends FaultsContract<Ds389Directory> {
        @Override
        Ds389Directory start() throws Exception {
            return new Ds389Directory();
        }
    }

    @Nested
    class Trials extends TestableLdapContract {
        private TestDirectory directory;

        @BeforeAll
        void startServer() throws Exception {
            directory = new Ds389Directory();
        }

        @AfterAll
        void stopServer() throws Exception {
            directory.close();
        }

        @Override
        TestDirectory directory() {
            return directory;
        }
    }

    @Nested
    class EverySource extends CustomerUserSourceContract implements CustomerIdSourceContract {
        private static TestDirectory directory;

        @BeforeAll
        static void startServer() throws Exception {
            LdapLibrary.start();
            directory = new Ds389Directory();
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
}
