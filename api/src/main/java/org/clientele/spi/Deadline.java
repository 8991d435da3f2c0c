package org.clientele.spi;

import java.time.Duration;

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
}
