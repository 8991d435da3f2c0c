package org.clientele.benchmarks;

/**
 * Something measured that the goals of the project speak of.
 *
 * @param <S> what it works with
 */
interface Benchmark<S> {
    void run(S stage) throws Exception;

    /** Whether it takes a good part of an hour, so that it runs only if it is named. */
    default boolean isLong() {
        return false;
    }
}
