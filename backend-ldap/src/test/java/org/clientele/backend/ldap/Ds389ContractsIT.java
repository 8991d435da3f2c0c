package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.TestStep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

        @Override
        TestDirectory another() throws Exception {
            return new Ds389Directory();
        }

        @Test
        @Override
        void aBaseThatIsOnAnotherServerIsFollowedAsTheSourceDoes() throws Exception {
            assertTheBaseIsNotReferred("referrals", "follow");
        }

        @Test
        @Override
        void aBaseThatIsOnAnotherServerAndNotFollowedIsSaidAsTheSourceDoes() throws Exception {
            assertTheBaseIsNotReferred("referrals", "ignore");
        }

        /** This server has such a base, and says of what is below it alone that it is elsewhere. */
        private void assertTheBaseIsNotReferred(String... keys) throws Exception {
            try (TestDirectory other = another()) {
                refer(other);
                List<TestStep> steps = test(
                        "127.0.0.1:" + directory.port(),
                        "baseDn",
                        THERE,
                        "referralHosts",
                        "127.0.0.1:" + other.port(),
                        keys[0],
                        keys[1]);
                assertThat(results(steps)).endsWith("base=passed filters=warned entries=passed");
            }
        }
    }

    @Nested
    class EverySource extends LdapContract {
        @RegisterExtension
        static final Server SERVER = new Server(Ds389Directory::new);

        @Override
        Server server() {
            return SERVER;
        }
    }
}
