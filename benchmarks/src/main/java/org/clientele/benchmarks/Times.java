package org.clientele.benchmarks;

import java.util.Arrays;

/** How long one way took, each time. */
final class Times {
    private static final double NANOS_OF_A_MICROSECOND = 1000;

    private final String name;
    private long[] nanos = new long[1024];
    private int count;

    Times(String name) {
        this.name = name;
    }

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    String name() {
        return name;
    }

    int count() {
        return count;
    }

    /** In microseconds. */
    double median() {
        return at(0.5);
    }

    /** In microseconds. */
    double p95() {
        return at(0.95);
    }

    /** In microseconds. */
    double max() {
        return at(1);
    }

    private double at(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) (share * (count - 1))] / NANOS_OF_A_MICROSECOND;
    }
}
