package org.clientele.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The threads that call sources and the store. How many there are is bounded by the permits of each {@link Gate} and by how many
 * calls it lets wait for one; idle ones end after a minute.
 */
@Component(service = CallThreads.class)
public final class CallThreads implements AutoCloseable {
    private final ExecutorService calls = Executors.newCachedThreadPool(named("clientele-call-"));
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, named("clientele-call-timer-"));

    @Activate
    public CallThreads() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Runs a call.
     *
     * @throws RejectedExecutionException once closed
     */
    <T> Future<T> submit(Callable<T> call) {
        return calls.submit(call);
    }

    /** Interrupts a call that is still running after a while: its driver did not keep the deadline. */
    void interruptAfter(Duration patience, Future<?> call) {
        try {
            timer.schedule(() -> call.cancel(true), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            call.cancel(true);
        }
    }

    /** Does something short once some time has passed, unless what is returned is cancelled; at once if this is closed. */
    Future<?> after(Duration time, Runnable task) {
        try {
            return timer.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            task.run();
            return CompletableFuture.completedFuture(true);
        }
    }

    /** Runs a task on a thread for calls, once some time has passed; not any more once this is closed. */
    void later(Duration pause, Runnable task) {
        try {
            timer.schedule(() -> calls.submit(task), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // the directory is being stopped, and whoever starts next begins anew
        }
    }

    @Deactivate
    @Override
    public void close() {
        timer.shutdownNow();
        calls.shutdownNow();
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
