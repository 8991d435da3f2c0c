package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A storage that is away or silent: never an empty answer, never a hang, and back without any action. */
public interface OutageContract extends SourceUnderTest {

    @TestFactory
    default Stream<DynamicTest> outages() throws Exception {
        try (Fixture fixture = fixture(List.of())) {
            Stream<DynamicTest> away = fixture.outage().stream()
                    .map(outage -> dynamicTest("aStorageThatIsAwayIsUnavailableUntilItIsBack", this::away));
            Stream<DynamicTest> silent = fixture.silence().stream()
                    .flatMap(silence -> Stream.of(
                            dynamicTest("aSilentStorageIsATimeOutUntilItSpeaks", this::silent),
                            dynamicTest("aCallOfASilentStorageEndsWhenItsThreadIsInterrupted", this::interrupted)));
            return Stream.concat(away, silent).toList().stream();
        }
    }

    private void away() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            during(probe, probe.fixture().outage().orElseThrow(), Duration.ofSeconds(5));
        }
    }

    private void silent() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            during(probe, probe.fixture().silence().orElseThrow(), Duration.ofMillis(500));
        }
    }

    private void interrupted() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            assertThat(probe.found("john").id()).isEqualTo("john");
            Fixture.Outage silence = probe.fixture().silence().orElseThrow();
            silence.begin();
            try {
                for (int round = 1; round <= 2; round++) {
                    Interruption interruption = new Interruption(probe.source(), round);
                    assertThat(interruption.lasts(Duration.ofMillis(200)))
                            .as("a call waits for a silent storage")
                            .isTrue();
                    assertThat(interruption.endsWithin(Duration.ofSeconds(3)))
                            .as(
                                    "a call that waits for the storage has ended 3 seconds after its thread was interrupted")
                            .isTrue();
                    assertThat(interruption.failure())
                            .as("what came instead of SourceUnavailableException when the thread was interrupted")
                            .isEmpty();
                }
            } finally {
                silence.end();
            }
        }
    }

    private static void during(Probe probe, Fixture.Outage outage, Duration limit) throws Exception {
        assertThat(probe.found("john").id()).isEqualTo("john");
        outage.begin();
        try {
            for (String login : List.of("john", "nobody")) {
                assertUnavailable(
                        limit, "find(\"" + login + "\")", () -> probe.source().find(login, Deadline.in(limit)));
            }
            for (Criterion criterion : criteria()) {
                SourceQuery query = new SourceQuery(criterion, Optional.empty(), 10, true);
                assertUnavailable(
                        limit, Wording.of(criterion), () -> probe.source().search(query, Deadline.in(limit)));
            }
        } finally {
            outage.end();
        }
        await("the source answers again after the storage has come back")
                .atMost(probe.fixture().recovery())
                .until(() -> isBack(probe));
        probe.agrees(Criterion.ALL);
    }

    private static List<Criterion> criteria() {
        return List.of(
                Criterion.ALL,
                new Criterion.Ids(Set.of("nobody")),
                new Criterion.Text(new SearchExpression.Word(TextPattern.exactly("nobody"))),
                new Criterion.CustomerId(TextPattern.exactly("nobody")),
                new Criterion.Email("nobody@example.com"));
    }

    private static void assertUnavailable(Duration limit, String asked, ThrowingCallable call) {
        assertTimeoutPreemptively(
                limit.plusSeconds(2),
                () -> assertThatThrownBy(
                                call, "%s while the storage cannot answer ends with SourceUnavailableException", asked)
                        .isInstanceOf(SourceUnavailableException.class),
                asked + " while the storage cannot answer has to end at its deadline");
    }

    private static boolean isBack(Probe probe) {
        try {
            return probe.find("john").isPresent();
        } catch (SourceUnavailableException e) {
            return false;
        }
    }
}
