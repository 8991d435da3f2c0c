package org.clientele.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
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

    /**
     * The result is not needed. How the call ends is counted all the same, and one that does not keep its deadline is interrupted:
     * a source that hangs is found out even if nobody ever waits for it.
     */
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

    /**
     * Starts a call on a thread of its own.
     *
     * @throws java.util.concurrent.RejectedExecutionException once the threads are closed
     */
    static <T> PendingCall<T> running(Gate gate, Gate.Use use, Duration limit, Deadline deadline, Callable<T> call) {
        return new Running<>(gate, use, limit, deadline, call, gate.threads()::submit);
    }

    /** Makes a call on the caller's thread. */
    static <T> PendingCall<T> made(Gate gate, Gate.Use use, Duration limit, Deadline deadline, Callable<T> call) {
        return new Running<>(gate, use, limit, deadline, call, PendingCall::now);
    }

    private static Future<Boolean> now(Callable<Boolean> call) {
        FutureTask<Boolean> task = new FutureTask<>(call);
        task.run();
        return task;
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
        private final Duration limit;
        private final Deadline deadline;
        private final Stopwatch watch = new Stopwatch();
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private final Future<?> thread;

        Running(
                Gate gate,
                Gate.Use use,
                Duration limit,
                Deadline deadline,
                Callable<T> call,
                Function<Callable<Boolean>, Future<Boolean>> start) {
            this.gate = gate;
            this.use = use;
            this.limit = limit;
            this.deadline = deadline;
            this.thread = start.apply(() -> run(call));
        }

        private boolean run(Callable<T> call) {
            try {
                return answer.complete(watch.time(call));
            } catch (Throwable e) {
                return answer.completeExceptionally(e);
            }
        }

        @Override
        T result() throws DirectoryException {
            try {
                T value = answer.get(remainingNanos(), TimeUnit.NANOSECONDS);
                gate.answered(watch.nanos());
                return value;
            } catch (TimeoutException e) {
                throw overdue();
            } catch (InterruptedException e) {
                gate.interruptLater(thread);
                gate.notNeeded();
                Thread.currentThread().interrupt();
                throw new SourceUnavailableException(Reason.SKIPPED, "The request was interrupted", e);
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }

        @Override
        void abandon() {
            answer.whenComplete((value, fault) -> count(fault));
            if (!answer.isDone()) {
                Duration left = Duration.ofNanos(remainingNanos());
                Future<?> end = gate.threads().after(left, () -> answer.completeExceptionally(new TimeoutException()));
                answer.whenComplete((value, fault) -> end.cancel(false));
            }
        }

        private void count(@Nullable Throwable fault) {
            if (fault == null) {
                gate.answered(watch.nanos());
            } else if (fault instanceof TimeoutException) {
                overdue();
            } else if (fault instanceof Error && !(fault instanceof LinkageError)) {
                gate.notNeeded();
                gate.broke(fault);
            } else {
                failure(fault);
            }
        }

        @Override
        Duration time() {
            return Duration.ofNanos(watch.nanos());
        }

        private long remainingNanos() {
            return deadline.remaining().toNanos() + GRACE_NANOS;
        }

        private SourceUnavailableException overdue() {
            gate.interruptLater(thread);
            return unavailable(Reason.TIME_OUT, "No answer within " + seconds(limit) + " seconds", null);
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
