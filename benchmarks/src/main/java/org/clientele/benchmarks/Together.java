package org.clientele.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The same work in several threads, each with its number. */
record Together(int threads) {

    /** One thread's part. */
    @FunctionalInterface
    interface Part {
        void run(int number) throws Exception;
    }

    /** Returns when all are done; what failed in one fails here. */
    void run(Part part) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> parts = IntStream.range(0, threads)
                    .<Callable<Object>>mapToObj(number -> () -> {
                        part.run(number);
                        return number;
                    })
                    .toList();
            for (Future<Object> done : pool.invokeAll(parts)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
