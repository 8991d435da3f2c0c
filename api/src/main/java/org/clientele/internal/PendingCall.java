package org.clientele.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clientele.DirectoryException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.jspecify.annotations.Nullable;

/** A call under way through a {@link Gate}. For one thread; it ends by one of its two methods. */
abstract class PendingCall<T> {
    /** How much longer than the limit is waited, so that a driver that keeps the deadline can say so itself. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /**
     * Waits for the result, at most until shortly after the deadline.
     *
     * @throws SourceUnavailableException if there is none
     * @throws DirectoryException if the call itself refused, which only writes do
     */
    abstract T result() throws DirectoryException;

    /** The result is not needed. The call ends by itself, by its deadline at the latest. */
    abstract void abandon();

    /** The result of a call that can only succeed or be unavailable, as a value. */
    Reply<T> reply() {
        try {
            T value = result();
            return Reply.of(value, time());
        } catch (SourceUnavailableException e) {
            return Reply.unavailable(e, time());
        } catch (DirectoryException e) {
            throw new IllegalStateException("Only writes refuse", e);
        }
    }

    /** How long the call took, or has taken so far. */
    abstract Duration time();

    static <T> PendingCall<T> failed(SourceUnavailableException failure) {
        return new Failed<>(failure);
    }

    static <T> PendingCall<T> running(
            Gate gate, Gate.Use use, Future<T> future, Deadline deadline, Duration limit, Stopwatch watch) {
        return new Running<>(gate, use, future, deadline, limit, watch);
    }

    private static final class Failed<T> extends PendingCall<T> {
        private final SourceUnavailableException failure;

        Failed(SourceUnavailableException failure) {
            this.failure = failure;
        }

        @Override
        T result() throws SourceUnavailableException {
            throw failure;
        }

        @Override
        void abandon() {
            // was never started
        }

        @Override
        Duration time() {
            return Duration.ZERO;
        }
    }

    private static final class Running<T> extends PendingCall<T> {
        private final Gate gate;
        private final Gate.Use use;
        private final Future<T> future;
        private final Deadline deadline;
        private final Duration limit;
        private final Stopwatch watch;

        Running(Gate gate, Gate.Use use, Future<T> future, Deadline deadline, Duration limit, Stopwatch watch) {
            this.gate = gate;
            this.use = use;
            this.future = future;
            this.deadline = deadline;
            this.limit = limit;
            this.watch = watch;
        }

        @Override
        T result() throws DirectoryException {
            try {
                T value = future.get(deadline.remaining().toNanos() + GRACE_NANOS, TimeUnit.NANOSECONDS);
                gate.answered(watch.nanos());
                return value;
            } catch (TimeoutException e) {
                gate.interruptLater(future);
                throw unavailable(Reason.TIME_OUT, "No answer within " + seconds(limit) + " seconds", null);
            } catch (InterruptedException e) {
                gate.interruptLater(future);
                gate.notNeeded();
                Thread.currentThread().interrupt();
                throw new SourceUnavailableException(Reason.SKIPPED, "The request was interrupted", e);
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }

        @Override
        void abandon() {
            gate.notNeeded();
        }

        @Override
        Duration time() {
            return Duration.ofNanos(watch.nanos());
        }

        private DirectoryException failure(@Nullable Throwable cause) {
            if (cause instanceof SourceUnavailableException unavailable) {
                gate.failed(use, watch.nanos(), unavailable);
                return unavailable;
            }
            if (cause instanceof DirectoryException refused) {
                gate.refused(watch.nanos());
                return refused;
            }
            if (cause instanceof LinkageError) {
                // The classes of a back end go when its bundle is updated, even under a call.
                return unavailable(Reason.WAITING, "Waiting: its back end is being replaced", cause);
            }
            if (cause instanceof Error error) {
                gate.notNeeded();
                throw error;
            }
            gate.broke(cause);
            return unavailable(Reason.CONNECTION, "The call failed unexpectedly, see the log", cause);
        }

        private SourceUnavailableException unavailable(Reason reason, String message, @Nullable Throwable cause) {
            SourceUnavailableException failure = cause == null
                    ? new SourceUnavailableException(reason, message)
                    : new SourceUnavailableException(reason, message, cause);
            gate.failed(use, watch.nanos(), failure);
            return failure;
        }

        private static String seconds(Duration limit) {
            return limit.toMillis() % 1000 == 0
                    ? Long.toString(limit.toSeconds())
                    : Double.toString(limit.toMillis() / 1000.0);
        }
    }
}
