package org.clientele.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.clientele.DirectoryException;
import org.clientele.SourceStatus.Failure;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The only way to something that may be slow or broken: a source, or the store. Calls run on threads of their own, each
 * within its time limit, only so many at once, and none at all for a while after several failed to connect.
 */
final class Gate {
    /**
     * What a call is for: lists, and passwords that somebody tries by the thousand, must not use up what look-ups need, and
     * how long either takes says nothing about the connection.
     */
    enum Use {
        LOOK_UP,
        LIST,
        WRITE,
        SIGN_IN
    }

    /** A call to the guarded thing. */
    @FunctionalInterface
    interface Call<T> {
        T run(Deadline deadline) throws DirectoryException;
    }

    /** Where a call is made. */
    @FunctionalInterface
    private interface Beginning<T> {
        PendingCall<T> begin(Gate gate, Use use, Duration limit, Deadline deadline, Callable<T> call);
    }

    private static final int LISTS_AT_ONCE = 8;
    private static final int SIGN_INS_AT_ONCE = 8;
    private static final int OTHERS_AT_ONCE = 24;
    private static final int MOST_WAITING = 200;
    private static final Duration PROBE_AFTER = Duration.ofSeconds(2);
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(6)
            .minimumNumberOfCalls(3)
            .failureRateThreshold(60)
            .waitDurationInOpenState(PROBE_AFTER)
            .permittedNumberOfCallsInHalfOpenState(1)
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
            .build();

    private final CallThreads threads;
    private final Runnable recovered;
    private final CircuitBreaker breaker;
    private final Semaphore lists = new Semaphore(LISTS_AT_ONCE);
    private final Semaphore signIns = new Semaphore(SIGN_INS_AT_ONCE);
    private final Semaphore others = new Semaphore(OTHERS_AT_ONCE);
    private final GateLog log;
    private volatile boolean away;
    private final AtomicReference<@Nullable Failure> lastError = new AtomicReference<>();
    private volatile long latencyNanos = -1;

    /** @param recovered is told when the thing answers again after it could not be asked */
    Gate(String name, CallThreads threads, Runnable recovered) {
        this.log = new GateLog(name);
        this.recovered = recovered;
        this.threads = threads;
        this.breaker = CircuitBreaker.of(name, BREAKER);
    }

    /** Starts a call. Its {@link PendingCall#result} must be taken, or it must be abandoned. */
    <T> PendingCall<T> start(Use use, Duration limit, Call<T> call) {
        return begin(use, limit, call, PendingCall::running);
    }

    /**
     * Makes a call on the caller's thread, which spares two changes of threads: for a thing that lets nobody wait longer than
     * its own limit.
     */
    <T> T call(Use use, Duration limit, Call<T> call) throws DirectoryException {
        return begin(use, limit, call, PendingCall::made).result();
    }

    private <T> PendingCall<T> begin(Use use, Duration limit, Call<T> call, Beginning<T> beginning) {
        if (!breaker.tryAcquirePermission()) {
            return skipped();
        }
        if (permits(use).getQueueLength() >= MOST_WAITING) {
            SourceUnavailableException busy = busy();
            failed(use, 0, busy);
            return PendingCall.failed(busy);
        }
        boolean probe = breaker.getState() == CircuitBreaker.State.HALF_OPEN && use != Use.WRITE;
        Deadline deadline = Deadline.in(limit);
        try {
            Callable<T> permitted = () -> permitted(use, deadline, call);
            return probe
                    ? probed(PendingCall.running(this, use, limit, deadline, permitted))
                    : beginning.begin(this, use, limit, deadline, permitted);
        } catch (RejectedExecutionException closed) {
            breaker.releasePermission();
            return PendingCall.failed(new SourceUnavailableException(Reason.WAITING, "The directory is being stopped"));
        }
    }

    /** Whether the thing is back is found out by a call that nobody waits for: it is likely to be as slow as those before. */
    private <T> PendingCall<T> probed(PendingCall<T> pending) {
        pending.abandon();
        return skipped();
    }

    private <T> PendingCall<T> skipped() {
        String because = lastError().map(Failure::message).orElse("");
        return PendingCall.failed(
                new SourceUnavailableException(Reason.SKIPPED, "Not asked, because it failed lately: " + because));
    }

    boolean open() {
        return breaker.getState() == CircuitBreaker.State.OPEN || breaker.getState() == CircuitBreaker.State.HALF_OPEN;
    }

    Optional<Failure> lastError() {
        return Optional.ofNullable(lastError.get());
    }

    Optional<Duration> latency() {
        return latencyNanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(latencyNanos));
    }

    void answered(long nanos) {
        latencyNanos = nanos;
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        endLastError();
        if (away) {
            away = false;
            log.answersAgain();
            recovered.run();
        }
    }

    /** A refused value or a missing record is an answer, too. */
    void refused(long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        endLastError();
    }

    void notNeeded() {
        breaker.releasePermission();
    }

    void failed(Use use, long nanos, SourceUnavailableException failure) {
        boolean counts = countsForBreaker(use, failure.reason());
        if (counts) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
        } else {
            breaker.releasePermission();
        }
        boolean awayNow = counts || failure.reason() == Reason.WAITING || failure.reason() == Reason.MISCONFIGURED;
        away |= awayNow;
        lastError.set(new Failure(String.valueOf(failure.getMessage()), Instant.now(), false));
        log.failed(failure, awayNow);
    }

    /** The called thing broke its contract. */
    void broke(@Nullable Throwable fault) {
        log.broke(fault);
    }

    CallThreads threads() {
        return threads;
    }

    void interruptLater(Future<?> call) {
        threads.interruptAfter(PROBE_AFTER, call);
    }

    /** One that came meanwhile stays as it is. */
    private void endLastError() {
        Failure known = lastError.get();
        if (known != null && !known.over()) {
            lastError.compareAndSet(known, new Failure(known.message(), known.at(), true));
        }
    }

    private static boolean countsForBreaker(Use use, Reason reason) {
        return switch (reason) {
            case CONNECTION -> true;
            case TIME_OUT -> use != Use.LIST && use != Use.SIGN_IN;
            case REQUEST, SKIPPED, WAITING, MISCONFIGURED -> false;
        };
    }

    private <T> T permitted(Use use, Deadline deadline, Call<T> call) throws DirectoryException {
        Semaphore permits = permits(use);
        acquire(permits, deadline);
        try {
            return call.run(deadline);
        } finally {
            permits.release();
        }
    }

    private static void acquire(Semaphore permits, Deadline deadline) throws SourceUnavailableException {
        try {
            if (!permits.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            // nobody waits for the call any more, or the directory is being closed
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException(Reason.SKIPPED, "Not asked, because the call was given up", e);
        }
    }

    private static SourceUnavailableException busy() {
        return new SourceUnavailableException(Reason.SKIPPED, "Not asked, because too many calls are under way");
    }

    private Semaphore permits(Use use) {
        return switch (use) {
            case LIST -> lists;
            case SIGN_IN -> signIns;
            case LOOK_UP, WRITE -> others;
        };
    }
}
