package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.spi.Deadline;
import org.clientele.spi.TestRun;
import org.clientele.spi.TestableSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.service.jdbc.DataSourceFactory;

class H2TestableTableTest extends TestableTableContract {
    private static final H2Database DATABASE = new H2Database("testable");

    @TempDir
    Path folder;

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Test
    void aTestMakesNoDatabase() {
        TestServices services = new TestServices();
        services.register(
                DataSourceFactory.class, new DriverFactory(), Map.of("osgi.jdbc.driver.class", "org.h2.Driver"));
        List<TestStep> steps = new ArrayList<>();
        new TestableCustomerUserTable(services.context(), new PersistenceProvider())
                .test(
                        Map.of("dsn", "jdbc:h2:file:" + folder.resolve("new"), "user", "sa", "password", "x"),
                        new TestRun(Deadline.in(Duration.ofSeconds(30)), steps::add));
        assertThat(steps.get(2).result()).isEqualTo(Result.FAILED);
        assertThat(steps.get(2).message()).isEqualTo("The database is not there yet, and a test makes none");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDraftBeginsWithTheShippedExampleAndKeepsThePasswordFromOtherDatabases() throws Exception {
        BundleContext context = new TestServices().context();
        TestableSource users = new TestableCustomerUserTable(context, new PersistenceProvider());
        TestableSource customers = new TestableCustomerTable(context, new PersistenceProvider());
        for (TestableSource backEnd : List.of(users, customers)) {
            try (InputStream example = backEnd.example().orElseThrow().openStream()) {
                assertThat(new String(example.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("dsn = jdbc:");
            }
            assertThat(backEnd.keysThatDecideWhoGetsSecrets())
                    .containsExactlyInAnyOrder("dataSourceName", "dsn", "user", "type");
        }
        assertThat(users.ofCustomers()).isFalse();
        assertThat(customers.ofCustomers()).isTrue();
    }
}
