package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.SourceStatus.Failure;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final CallThreads threads = new CallThreads();
    private final AtomicInteger recoveries = new AtomicInteger();
    private final Gate gate = new Gate("Source", threads, recoveries::incrementAndGet);
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

    @Test
    void aCallThatHangsIsFoundOutEvenIfNobodyWaitsForAnyOfThem() {
        for (int i = 0; i < 3; i++) {
            gate.start(Gate.Use.LOOK_UP, Duration.ofMillis(10), this::slow).abandon();
        }

        await().until(gate::open);
        assertThat(gate.lastError())
                .hasValueSatisfying(error -> assertThat(error.message()).contains("0.01 seconds"));
    }

    @Test
    void theLastErrorSaysWhenItWasAndWhetherItIsOver() {
        assertThat(gate.lastError()).isEmpty();
        Instant before = Instant.now();
        gate.start(Gate.Use.LOOK_UP, LIMIT, GateTest::failed).reply();
        Failure failure = gate.lastError().orElseThrow();
        assertThat(failure.at()).isBetween(before, Instant.now());
        assertThat(failure.over()).isFalse();

        gate.start(Gate.Use.LOOK_UP, LIMIT, deadline -> true).reply();
        assertThat(gate.lastError()).contains(new Failure(failure.message(), failure.at(), true));

        gate.start(Gate.Use.LOOK_UP, LIMIT, GateTest::failed).reply();
        assertThat(gate.lastError().orElseThrow().over()).isFalse();
    }

    @Test
    void aCallThatHangsIsInterruptedEvenIfNobodyWaitsForIt() {
        CountDownLatch interrupted = new CountDownLatch(1);
        gate.start(Gate.Use.LOOK_UP, Duration.ofMillis(10), deadline -> {
                    try {
                        return back.await(1, TimeUnit.HOURS);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        return false;
                    }
                })
                .abandon();

        await().until(() -> interrupted.getCount() == 0);
    }

    @Test
    void onlySoManyCallsWaitForOthers() {
        Optional<Reason> refused = Optional.empty();
        for (int i = 0; i < 10_000 && refused.isEmpty(); i++) {
            PendingCall<Boolean> call = gate.start(Gate.Use.LOOK_UP, Duration.ofMinutes(1), this::slow);
            if (call.time().isZero()) {
                refused = call.reply().failure().map(SourceUnavailableException::reason);
            }
        }

        assertThat(refused).contains(Reason.SKIPPED);
        assertThat(gate.open()).as("a source that is busy is not away").isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"REQUEST", "SKIPPED"})
    void whatIsRememberedStaysWhenARequestIsRefused(Reason reason) {
        gate.start(Gate.Use.LOOK_UP, LIMIT, deadline -> failing(reason)).reply();
        gate.start(Gate.Use.LOOK_UP, LIMIT, deadline -> true).reply();

        assertThat(recoveries).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"CONNECTION", "TIME_OUT", "WAITING", "MISCONFIGURED"})
    void whatIsRememberedIsForgottenWhenASourceComesBack(Reason reason) {
        gate.start(Gate.Use.LOOK_UP, LIMIT, deadline -> failing(reason)).reply();
        gate.start(Gate.Use.LOOK_UP, LIMIT, deadline -> true).reply();
        gate.start(Gate.Use.LOOK_UP, LIMIT, deadline -> true).reply();

        assertThat(recoveries).hasValue(1);
    }

    @Test
    void whatKeepsItsOwnLimitIsCalledByTheCallerAndCountsAllTheSame() throws Exception {
        Thread caller = gate.call(Gate.Use.LOOK_UP, LIMIT, deadline -> Thread.currentThread());
        assertThat(caller).isSameAs(Thread.currentThread());

        while (!gate.open()) {
            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> gate.call(Gate.Use.LOOK_UP, LIMIT, GateTest::failed))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CONNECTION));
        }
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> gate.call(Gate.Use.LOOK_UP, LIMIT, deadline -> true))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.SKIPPED));

        await().until(() -> outcome(deadline -> true).isEmpty());
        assertThat(recoveries).hasValue(1);
    }

    private Optional<Reason> outcome(Gate.Call<Boolean> call) {
        return gate.start(Gate.Use.LIST, LIMIT, call).reply().failure().map(SourceUnavailableException::reason);
    }

    private static boolean failed(Deadline deadline) throws SourceUnavailableException {
        return failing(Reason.CONNECTION);
    }

    private static boolean failing(Reason reason) throws SourceUnavailableException {
        throw new SourceUnavailableException(reason, "down");
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
