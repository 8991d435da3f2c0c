package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Answer;
import org.clientele.CustomerUser;
import org.clientele.Outcome;
import org.clientele.Page;
import org.clientele.SourceReport;
import org.clientele.SourceState;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A directory server is stopped and started again while people are listed and looked up. */
public class DirectoryServerAwayTest extends KarafTest {
    private static final String DIRECTORY = "CustomerUser1";
    private static final List<String> PEOPLE = List.of("away-カス", "away-ünal");
    private static final Duration ANSWER_LIMIT = Duration.ofMillis(3500);

    private PeopleServer server;

    @Before
    public void startServer() throws Exception {
        haveCustomer("its");
        awaitState("CustomerUser", SourceState.READY);
        if (find("away-db") instanceof Answer.NotFound) {
            add("CustomerUser", "away-db", Optional.empty());
        }
        server = new PeopleServer("away").with(PEOPLE);
        configure(LDAP, DIRECTORY, server.configuration(Map.of("timeout", "2")));
        within(10).untilAsserted(() -> assertThat(logins("away*")).containsExactly("away-db", "away-ünal", "away-カス"));
    }

    @After
    public void stopServer() {
        server.close();
    }

    @Test
    public void rowsOfTheOtherSourceComeAndThePageSaysWhoIsMissing() throws Exception {
        server.stop();

        for (int i = 0; i < 10; i++) {
            long begun = System.nanoTime();
            Page<CustomerUser> page = list("away*");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ANSWER_LIMIT);
            assertThat(page.rows()).extracting(CustomerUser::login).containsExactly("away-db");
            assertThat(page.incomplete()).isTrue();
            assertThat(report(page)).satisfies(report -> {
                assertThat(report.outcome()).isIn(Outcome.FAILED, Outcome.SKIPPED, Outcome.TIMED_OUT);
                assertThat(report.message()).isNotEmpty();
            });
        }
    }

    @Test
    public void itsPeopleAreUnavailableNotUnknown() {
        server.stop();

        for (int i = 0; i < 10; i++) {
            assertThat(find("away-ünal")).isInstanceOf(Answer.Unavailable.class);
            assertThat(find("away-nobody")).isInstanceOf(Answer.Unavailable.class);
            assertThat(find("away-db")).isInstanceOf(Answer.Found.class);
        }
        assertThat(status(DIRECTORY).orElseThrow().lastError()).isPresent();
        within(10).until(() -> {
            find("away-ünal");
            return status(DIRECTORY).orElseThrow().state() == SourceState.UNAVAILABLE;
        });
    }

    @Test
    public void itsPeopleAreBackWithoutAnyAction() throws Exception {
        server.stop();
        for (int i = 0; i < 10; i++) {
            find("away-ünal");
        }

        server.start();

        within(10).untilAsserted(() -> {
            assertThat(find("away-カス")).isInstanceOf(Answer.Found.class);
            Page<CustomerUser> page = list("away*");
            assertThat(page.rows()).extracting(CustomerUser::login).containsExactly("away-db", "away-ünal", "away-カス");
            assertThat(page.incomplete()).isFalse();
            assertThat(report(page).outcome()).isEqualTo(Outcome.ANSWERED);
        });
        assertThat(status(DIRECTORY).orElseThrow().state()).isEqualTo(SourceState.READY);
        assertThat(find("away-nobody")).isInstanceOf(Answer.NotFound.class);
    }

    private static SourceReport report(Page<CustomerUser> page) {
        return page.sources().stream()
                .filter(report -> report.source().equals(DIRECTORY))
                .findFirst()
                .orElseThrow();
    }
}
