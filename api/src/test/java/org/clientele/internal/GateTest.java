package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final CallThreads threads = new CallThreads();
    private final Gate gate = new Gate("Source", threads, () -> {});
    private final CountDownLatch probing = new CountDownLatch(1);
    private final CountDownLatch back = new CountDownLatch(1);

    @AfterEach
    void close() {
        back.countDown();
        threads.close();
    }

    @Test
    void nobodyWaitsForTheCallThatFindsOutWhetherASourceIsBack() throws Exception {
        while (!gate.open()) {
            gate.start(Gate.Use.LIST, LIMIT, GateTest::failed).reply();
        }

        await().until(() -> {
            assertThat(outcome(this::slow)).contains(Reason.SKIPPED);
            return probing.getCount() == 0;
        });
        assertThat(outcome(this::slow)).contains(Reason.SKIPPED);

        back.countDown();
        await().until(() -> outcome(this::slow).isEmpty());
    }

    private Optional<Reason> outcome(Gate.Call<Boolean> call) {
        return gate.start(Gate.Use.LIST, LIMIT, call).reply().failure().map(SourceUnavailableException::reason);
    }

    private static boolean failed(Deadline deadline) throws SourceUnavailableException {
        throw new SourceUnavailableException(Reason.CONNECTION, "down");
    }

    /** Does not answer before the source is back. */
    private boolean slow(Deadline deadline) {
        probing.countDown();
        try {
            back.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
