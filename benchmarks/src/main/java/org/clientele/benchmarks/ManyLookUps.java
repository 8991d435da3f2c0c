package org.clientele.benchmarks;

import java.util.Locale;
import java.util.Map;

/** Ten million look-ups of people chosen evenly: far more than the cache keeps, so it has to let go. */
final class ManyLookUps implements Benchmark<Stage> {
    private static final int TIMES = 10_000_000;
    private static final int THREADS = 4;

    @Override
    public void run(Stage stage) throws Exception {
        Map<String, Object> configuration = Map.of("service.pid", "org.clientele.backend.db~CustomerUser");
        try (LocalDirectory directory = LocalDirectory.overOneTable(stage, configuration)) {
            long start = System.nanoTime();
            new Together(THREADS).run(part -> {
                for (int round = part; round < TIMES; round += THREADS) {
                    String login = stage.person(round).login();
                    if (directory.users().find(login).entry().isEmpty()) {
                        throw new IllegalStateException(login + " is not found");
                    }
                }
            });
            double seconds = (System.nanoTime() - start) / 1e9;
            stage.report()
                    .line(String.format(
                            Locale.ROOT,
                            "%n%d look-ups of %d customer users by %d threads: %.0f s, %.0f a second.",
                            TIMES,
                            stage.rows(),
                            THREADS,
                            seconds,
                            TIMES / seconds));
        }
    }

    @Override
    public boolean isLong() {
        return true;
    }
}
