package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.Test;

/** Neither a call nor a closed source leaves threads, files or connections behind. */
public interface LeakContract extends SourceUnderTest {

    @Test
    default void callsLeaveNothingBehind() throws Exception {
        int calls = 50;
        try (Probe probe = Probe.open(this, People.of("john", "mary"))) {
            askOnce(probe);
            Footprint before = Footprint.now();
            for (int i = 0; i < calls; i++) {
                askOnce(probe);
            }
            assertNothingLeft("look-ups and lists", before, calls);
        }
    }

    @Test
    default void aClosedSourceLeavesNothingBehind() throws Exception {
        int sources = 10;
        openAndClose();
        Footprint before = Footprint.now();
        for (int i = 0; i < sources; i++) {
            openAndClose();
        }
        assertNothingLeft("sources that were asked and closed", before, sources);
    }

    private void openAndClose() throws Exception {
        try (Probe probe = Probe.open(this, People.of("john"))) {
            assertThat(probe.found("john").id()).isEqualTo("john");
        }
    }

    private static void askOnce(Probe probe) throws Exception {
        Deadline passed = Deadline.in(Duration.ZERO);
        assertThat(probe.found("john").id()).isEqualTo("john");
        assertThat(probe.find("nobody")).isEmpty();
        assertThat(probe.page(Probe.EVERYBODY).records()).hasSize(2);
        assertThatThrownBy(() -> probe.source().find("john", passed)).isInstanceOf(SourceUnavailableException.class);
    }

    private static void assertNothingLeft(String what, Footprint before, int times) {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            List<String> left = Footprint.now().leftSince(before, times);
            assertThat(left)
                    .withFailMessage("%d %s leave behind: %s", times, what, String.join(", ", left))
                    .isEmpty();
        });
    }
}
