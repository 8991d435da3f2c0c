package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceQuery;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A storage that is away or silent: never an empty answer, never a hang, and back without any action. */
public interface OutageContract extends SourceUnderTest {

    @TestFactory
    default Stream<DynamicTest> outages() throws Exception {
        boolean outage;
        boolean silence;
        try (Fixture fixture = fixture(List.of())) {
            outage = fixture.outage().isPresent();
            silence = fixture.silence().isPresent();
        }
        return Stream.concat(
                outage
                        ? Stream.of(DynamicTest.dynamicTest("aStorageThatIsAwayIsUnavailableUntilItIsBack", this::away))
                        : Stream.empty(),
                silence
                        ? Stream.of(DynamicTest.dynamicTest("aSilentStorageIsATimeOutUntilItSpeaks", this::silent))
                        : Stream.empty());
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

    private static void during(Probe probe, Fixture.Outage outage, Duration limit) throws Exception {
        assertThat(probe.find("john")).isPresent();
        outage.begin();
        try {
            for (String login : List.of("john", "nobody")) {
                assertUnavailable(limit, () -> probe.source().find(login, Deadline.in(limit)));
            }
            for (Criterion criterion : List.of(Criterion.ALL, new Criterion.Ids(Set.of("nobody")))) {
                SourceQuery query = new SourceQuery(criterion, Optional.empty(), 10, true);
                assertUnavailable(limit, () -> probe.source().search(query, Deadline.in(limit)));
            }
        } finally {
            outage.end();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> isBack(probe));
        assertThat(probe.ids(Criterion.ALL)).containsExactly("john");
    }

    private static void assertUnavailable(Duration limit, ThrowingCallable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(SourceUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit.plusSeconds(2));
    }

    private static boolean isBack(Probe probe) {
        try {
            return probe.find("john").isPresent();
        } catch (SourceUnavailableException e) {
            return false;
        }
    }
}
