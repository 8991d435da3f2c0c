package org.clientele.store;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clientele.StoreUnavailableException;

/**
 * Lets nobody wait longer for the database than the limit, whatever time-outs its pool and driver have. A call past its
 * limit is left to the driver's time-out and never interrupted: an interrupt closes the file of an embedded H2.
 */
final class TimeLimit implements AutoCloseable {

    private static final int THREADS = 10;
    private static final int MOST_WAITING = 1000;

    private final Duration limit;
    private final Outage outage = new Outage();
    private final ThreadPoolExecutor calls;

    TimeLimit(Duration limit) {
        this.limit = limit;
        calls = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                OwnThreads.named("clientele-store-call"));
        calls.allowCoreThreadTimeOut(true);
    }

    <T> T call(Callable<T> work) throws StoreUnavailableException {
        if (!outage.mayAsk()) {
            throw new StoreUnavailableException("The directory's store is away.");
        }
        Future<T> future = submit(work);
        try {
            T answer = future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            outage.ended();
            return answer;
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            future.cancel(false);
            outage.began();
            throw new StoreUnavailableException("The directory's store did not answer in time.", e);
        } catch (InterruptedException e) {
            future.cancel(false);
            outage.undecided();
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Waiting for the directory's store was interrupted.", e);
        }
    }

    private <T> Future<T> submit(Callable<T> work) throws StoreUnavailableException {
        try {
            return calls.submit(work);
        } catch (RejectedExecutionException e) {
            outage.undecided();
            throw new StoreUnavailableException("Too many requests wait for the directory's store.", e);
        }
    }

    private StoreUnavailableException failed(Throwable cause) {
        if (Outage.isMeantBy(cause)) {
            outage.began();
        } else {
            outage.ended();
        }
        return new StoreUnavailableException("The directory's store could not do this.", cause);
    }

    @Override
    public void close() {
        calls.shutdown();
    }
}
