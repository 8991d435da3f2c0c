package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;
import org.osgi.service.jdbc.DataSourceFactory;

/** What else a source does with a database server, which can go and come back. */
abstract class ServerTableContract extends TableContract {

    @Override
    abstract ServerDatabase<?> database();

    @Test
    void aDatabaseThatWasDownWorksAgainWithoutAnyAction() throws Exception {
        try (TestSource source = TestSource.unpooled(database())) {
            source.add("jdoe");
            database().down();
            try {
                assertThatExceptionOfType(SourceUnavailableException.class)
                        .isThrownBy(() -> source.find("jdoe"))
                        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CONNECTION));
            } finally {
                database().up();
            }
            assertThat(source.find("jdoe")).isPresent();
            source.add("again");
        }
    }

    @Test
    void aDatabaseThatIsDownAtTheStartIsNoFaultOfTheConfiguration() throws Exception {
        database().down();
        try (TestSource source = TestSource.unpooled(database())) {
            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> source.find("jdoe"))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CONNECTION));
            assertThat(source.source().condition().state()).isEqualTo(SourceState.READY);
            database().up();
            assertThat(source.find("jdoe")).isEmpty();
        }
    }

    @Test
    void aPoolOfItsOwnSignsInWithItsOwnCredentialsAndNoOthers() throws Exception {
        source.add("jdoe");

        assertThat(signedIn(database().user())).isEqualTo(Optional.of("jdoe"));
        assertThat(signedIn("nobody")).isEqualTo(Reason.CONNECTION);
    }

    private Object signedIn(String user) throws Exception {
        Map<String, String> keys = Map.of(
                "dsn", database().url(), "user", user, "password", database().password());
        try (TestSource own = TestSource.customerUsers(database(), keys)) {
            own.services()
                    .register(
                            DataSourceFactory.class,
                            new DriverFactory(),
                            Map.of("osgi.jdbc.driver.class", database().driver()));
            return Configured.outcome(() -> own.find("jdoe").map(SourceRecord::id));
        }
    }

    @Test
    void aPassedDeadlineIsATimeOut() {
        try (TestSource source = TestSource.customerUsers(database(), Map.of())) {
            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> source.source().find("jdoe", Deadline.in(Duration.ZERO)))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TIME_OUT));
        }
    }
}
