package org.clientele.internal;

import java.util.concurrent.Callable;

/** Measures a call from its request to its end, whenever its result is taken. */
final class Stopwatch {
    private final long start = System.nanoTime();
    private volatile long end;
    private volatile boolean stopped;

    <T> T time(Callable<T> call) throws Exception {
        try {
            return call.call();
        } finally {
            end = System.nanoTime();
            stopped = true;
        }
    }

    /** The time of the call, or the time so far. */
    long nanos() {
        return (stopped ? end : System.nanoTime()) - start;
    }
}
