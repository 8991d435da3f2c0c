package org.clientele.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.spi.Deadline;
import org.clientele.spi.TestRun;
import org.clientele.spi.TestableSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A test on a thread of its own, so that a back end that hangs keeps nobody waiting. */
final class RunningTest {
    private static final Logger LOG = LoggerFactory.getLogger(RunningTest.class);
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final int MOST_STEPS = 200;

    private final Duration limit;
    private final Deadline deadline;
    private final Redaction redaction;
    private final BlockingQueue<Optional<TestStep>> done = new LinkedBlockingQueue<>();
    private final List<TestStep> steps = new ArrayList<>();
    private final Consumer<TestStep> told;

    RunningTest(Duration limit, Redaction redaction, Consumer<TestStep> told) {
        this.limit = limit;
        this.deadline = Deadline.in(limit);
        this.redaction = redaction;
        this.told = told;
    }

    /** A step that the directory itself does. */
    void add(TestStep step) {
        steps.add(step);
        told.accept(step);
    }

    /**
     * Runs the test and waits for its end, a little longer than its limit at most.
     *
     * @param ended is run once the back end is done, even if that is after this call
     */
    List<TestStep> run(CallThreads threads, TestableSource backEnd, Map<String, Object> draft, Runnable ended) {
        AtomicBoolean begun = new AtomicBoolean();
        Future<?> call = threads.submit(() -> {
            if (begun.compareAndSet(false, true)) {
                try {
                    test(backEnd, draft);
                } finally {
                    done.add(Optional.empty());
                    ended.run();
                }
            }
            return true;
        });
        try {
            if (!awaitEnd()) {
                add(failed("The test did not end within " + limit.toSeconds() + " seconds"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            add(failed("The test was interrupted"));
        } finally {
            call.cancel(true);
            if (begun.compareAndSet(false, true)) {
                ended.run(); // it will never begin
            }
        }
        return List.copyOf(steps);
    }

    private void test(TestableSource backEnd, Map<String, Object> draft) {
        try {
            backEnd.test(draft, new TestRun(deadline, step -> done.add(Optional.of(step))));
        } catch (RuntimeException | Error e) {
            // not the exception itself: what it says, and its causes, may hold a secret of the draft
            LOG.warn(
                    "The test of {} broke off: {}",
                    backEnd.factoryPid(),
                    e.getClass().getName());
            done.add(Optional.of(
                    failed("The back end broke the test off (" + e.getClass().getSimpleName() + ")")));
        }
    }

    /** Whether the test came to its end in time. */
    private boolean awaitEnd() throws InterruptedException {
        while (steps.size() < MOST_STEPS) {
            long nanos = deadline.remaining().plus(GRACE).toNanos();
            @Nullable Optional<TestStep> next = done.poll(nanos, TimeUnit.NANOSECONDS);
            if (next == null) {
                return false;
            }
            if (next.isEmpty()) {
                return true;
            }
            add(redaction.of(next.get()));
        }
        return true;
    }

    private static TestStep failed(String message) {
        return new TestStep("test", Result.FAILED, message, List.of(), Duration.ZERO);
    }
}
