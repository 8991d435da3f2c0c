package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.Test;

/** How calls behave: state, deadlines, interruption, many threads. */
public interface CallContract extends SourceUnderTest {
    @Test
    default void aSoundSourceIsReady() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            probe.find("john");
            assertThat(probe.source().condition().state())
                    .as(
                            "the state, with findings %s",
                            probe.source().condition().findings())
                    .isEqualTo(SourceState.READY);
            assertThat(probe.source().condition().findings())
                    .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        }
    }

    @Test
    default void aSourceDescribesItselfAlwaysTheSame() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            probe.find("john");
            assertThat(probe.source().description())
                    .as("the description, asked for twice")
                    .isEqualTo(probe.source().description());
            assertThat(probe.source().description().slot()).isNotBlank();
            assertThat(probe.source().description().sourceId()).isNotBlank();
            assertThat(probe.source().description().backEnd()).isNotBlank();
        }
    }

    @Test
    default void aDeadlineThatHasPassedIsATimeOut() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            Deadline passed = Deadline.in(Duration.ZERO);
            assertTimeOut("find", () -> probe.source().find("john", passed));
            assertTimeOut("search", () -> probe.source().search(Probe.EVERYBODY, passed));
            assertThat(probe.find("john")).as("afterwards").isPresent();
        }
    }

    private static void assertTimeOut(String name, ThrowingCallable call) {
        assertThatThrownBy(
                        call,
                        "%s whose deadline has passed ends with SourceUnavailableException, reason TIME_OUT",
                        name)
                .isInstanceOfSatisfying(
                        SourceUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.TIME_OUT));
    }

    @Test
    default void twentyThreadsGetTheirOwnAnswers() throws Exception {
        List<TestPerson> people = new People(6, deviations(), Probe.isCaseSensitive(this)).some(40);
        try (Probe probe = Probe.open(this, people)) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int thread = 0; thread < 20; thread++) {
                int offset = thread;
                calls.add(() -> asksForAll(probe, people, offset));
            }
            ExecutorService threads = Executors.newFixedThreadPool(20);
            try {
                for (Future<Boolean> future : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                    assertThat(future.get()).isTrue();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static boolean asksForAll(Probe probe, List<TestPerson> people, int offset)
            throws SourceUnavailableException {
        for (int i = 0; i < people.size(); i++) {
            TestPerson person = people.get((i + offset) % people.size());
            assertThat(probe.found(person.login()).id())
                    .as("what find(\"%s\") found while other threads ask", person.login())
                    .isEqualTo(person.login());
        }
        probe.agrees(Criterion.ALL);
        probe.agrees(new Criterion.Ids(Set.of(people.get(offset).login())));
        return true;
    }

    @Test
    default void anInterruptedCallEndsAndHarmsNoOther() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john", "mary"))) {
            for (int round = 0; round < 30; round++) {
                Interruption interruption = new Interruption(probe.source(), round);
                assertThat(interruption.endsWithin(Duration.ofSeconds(10)))
                        .as("a call whose thread was interrupted has ended")
                        .isTrue();
                assertThat(interruption.failure())
                        .as(
                                "what came instead of an answer or SourceUnavailableException when the thread was interrupted")
                        .isEmpty();
            }
            assertThatCode(() -> probe.found("john"))
                    .as("a call after others were interrupted")
                    .doesNotThrowAnyException();
            assertThat(probe.ids(Criterion.ALL)).containsExactly("john", "mary");
        }
    }
}
