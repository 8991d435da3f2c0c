package org.clientele.benchmarks;

/** Something measured that the goals of the project speak of. */
@FunctionalInterface
interface Benchmark {
    void run(Stage stage) throws Exception;
}
