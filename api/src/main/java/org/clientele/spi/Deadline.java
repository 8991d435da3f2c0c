package org.clientele.spi;

import java.time.Duration;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;

/** The moment by which a call has to end. */
public final class Deadline {
    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The deadline that passes after {@code limit}, at most some centuries. */
    public static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** The deadline that passes after {@code limit}, or together with this one if that is sooner. */
    public Deadline atMost(Duration limit) {
        Deadline other = in(limit);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    /** The time left, zero once the deadline has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** The time left in whole milliseconds, at least 1: for drivers that take 0 as <i>no limit</i>. */
    public int remainingMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, remaining().toMillis()));
    }

    public boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /**
     * Ends a call that may not go on: to be called at its beginning, and every now and then by one that works for long.
     *
     * @throws SourceUnavailableException with {@link SourceUnavailableException.Reason#TIME_OUT} if the deadline has passed
     *     or the thread was interrupted
     */
    public void check() throws SourceUnavailableException {
        if (passed()) {
            throw new SourceUnavailableException(Reason.TIME_OUT, "There was no time left");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new SourceUnavailableException(Reason.TIME_OUT, "The call was interrupted");
        }
    }
}
