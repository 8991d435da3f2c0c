package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A source that is closed while it is asked: its bundle is updated, its configuration changed. */
public interface ClosingContract extends SourceUnderTest {

    @Test
    default void callsUnderWayEndWhenTheSourceIsClosed() throws Exception {
        List<TestPerson> people = People.of("john", "mary");
        for (int round = 0; round < 4; round++) {
            List<Caller> callers;
            try (Probe probe = Probe.open(this, people)) {
                callers = IntStream.range(0, 4)
                        .mapToObj(i -> new Caller(probe.source(), people))
                        .toList();
                for (Caller caller : callers) {
                    assertThat(caller.hasAskedWithin(Duration.ofSeconds(20)))
                            .as("a call was answered before the source was closed (%s)", caller.refusal())
                            .isTrue();
                }
            }
            for (Caller caller : callers) {
                assertThat(caller.endsWithin(Duration.ofSeconds(20)))
                        .as("calls to a source that was closed have ended")
                        .isTrue();
                assertThat(caller.fault())
                        .withFailMessage(
                                "A call to a source that is being closed has to be answered rightly or to end with"
                                        + " SourceUnavailableException; instead: %s",
                                caller.fault())
                        .isEmpty();
            }
        }
    }
}
