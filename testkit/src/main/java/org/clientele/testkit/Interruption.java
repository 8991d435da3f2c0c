package org.clientele.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.CustomerUserSource;

/** A thread that asks a source and is interrupted before or while it does. */
final class Interruption {
    private volatile Optional<Throwable> failure = Optional.empty();
    private final CountDownLatch asking = new CountDownLatch(1);
    private final CustomerUserSource source;
    private final boolean before;
    private final Thread thread;

    Interruption(CustomerUserSource source, int round) {
        this.source = source;
        this.before = round % 3 == 0;
        this.thread = new Thread(this::ask, "interrupted-" + round);
        thread.setUncaughtExceptionHandler((t, e) -> failure = Optional.of(e));
        thread.start();
    }

    /** Whether the call goes on for so long at least. */
    boolean lasts(Duration time) throws InterruptedException {
        thread.join(time.toMillis());
        return thread.isAlive();
    }

    /** Interrupts the call and waits for its end. */
    boolean endsWithin(Duration limit) throws InterruptedException {
        if (!asking.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        thread.interrupt();
        thread.join(limit.toMillis());
        return !thread.isAlive();
    }

    /** What came instead of an answer or a {@link SourceUnavailableException}. */
    Optional<Throwable> failure() {
        return failure;
    }

    private void ask() {
        if (before) {
            Thread.currentThread().interrupt();
        }
        asking.countDown();
        try {
            source.find("john", Probe.deadline());
            source.search(Probe.EVERYBODY, Probe.deadline());
        } catch (SourceUnavailableException e) {
            // one of the two ways in which an interrupted call may end
            failure = Optional.empty();
        }
    }
}
