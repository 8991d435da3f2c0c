package org.clientele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.DirectorySource;
import org.junit.jupiter.api.Test;

/** What only this module can see: that the store makes the indexes that the database back end asks for. */
class DefaultTablesIT {
    private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1));
    private static final int MANY = 20_000;

    @Test
    void theMigratedTablesServeFreeSearch() throws Exception {
        try (Database database = Database.open(Optional.empty());
                Registry registry = new Registry()) {
            database.fill(MANY);
            registry.dataSource("clientele", database.pool());
            CustomerUserSource users =
                    registry.customerUsers(Map.of("service.pid", "org.clientele.backend.db~CustomerUser"));
            CustomerSource customers =
                    registry.customers(Map.of("service.pid", "org.clientele.backend.db.customers~CustomerCompany"));

            assertThat(users.find(Person.number(1).login(), SOON)).isPresent();
            assertNothingIsMissing(users);
            assertThat(customers.find(Person.customerId(1), SOON)).isPresent();
            assertNothingIsMissing(customers);
            new Jdbc(database.pool()).update("drop index customer_user_search");
            assertWithoutIndex(registry);
        }
    }

    /** The other way round: what is missing would have been told. */
    private static void assertWithoutIndex(Registry registry) throws Exception {
        CustomerUserSource users =
                registry.customerUsers(Map.of("service.pid", "org.clientele.backend.db~CustomerUser1"));
        assertThat(users.find(Person.number(1).login(), SOON)).isPresent();
        assertThat(users.condition().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("customer_user_search"));
    }

    private static void assertNothingIsMissing(DirectorySource source) {
        assertThat(source.condition().findings()).isEmpty();
    }
}
