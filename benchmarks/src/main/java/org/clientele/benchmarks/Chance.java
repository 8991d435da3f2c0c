package org.clientele.benchmarks;

/** Numbers that are a pure function of a row and of what they are for: the same on every machine, in any order. */
final class Chance {
    private static final long SEED = 20_240_229L;
    private static final int USES = 64;

    private final long row;

    Chance(long row) {
        this.row = row;
    }

    /** Evenly from 0 to below {@code bound}. */
    int below(int bound, int use) {
        return (int) Long.remainderUnsigned(mixed(use), bound);
    }

    /** Evenly from 0 to below 1. */
    double fraction(int use) {
        return (mixed(use) >>> 11) * 0x1.0p-53;
    }

    /** SplitMix64, by Steele, Lea and Flood. */
    private long mixed(int use) {
        long z = (SEED + row * USES + use) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
