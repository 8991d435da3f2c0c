package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.testkit.Questions.Question;
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
            assertUnavailable(limit, Questions.find(probe.source(), "john"));
            assertAllUnavailable(limit, Questions.of(probe.source()));
        } finally {
            outage.end();
        }
        Outages.awaitAnswer(probe);
        probe.agrees(Criterion.ALL);
    }

    /** At once: one after another, each may take its whole time. */
    private static void assertAllUnavailable(Duration limit, List<Question> questions) throws Exception {
        List<Callable<Boolean>> calls = new ArrayList<>();
        questions.forEach(question -> calls.add(() -> assertUnavailable(limit, question)));
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean assertUnavailable(Duration limit, Question question) {
        String asked = question.words() + " while the storage cannot answer";
        assertTimeoutPreemptively(
                limit.plusSeconds(2),
                () -> assertThatThrownBy(
                                () -> question.call().answer(Deadline.in(limit)),
                                "%s ends with SourceUnavailableException",
                                asked)
                        .isInstanceOf(SourceUnavailableException.class),
                asked + " has to end at its deadline");
        return true;
    }
}
