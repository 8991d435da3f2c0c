package org.clientele.benchmarks;

import java.util.Locale;
import java.util.Map;

/** As many additions as the large table has rows, one by one through the directory, into an empty table. */
final class ManyAdds implements Benchmark<Stage> {
    private static final int THREADS = 8;
    private static final int BLOCKS = 10;

    @Override
    public void run(Stage stage) throws Exception {
        stage.jdbc().update("drop table if exists added");
        stage.jdbc().update("create table added (like customer_user including all)");
        Map<String, Object> configuration =
                Map.of("service.pid", "org.clientele.backend.db~CustomerUser", "table", "added");
        stage.report().line(String.format(Locale.ROOT, "%n%d additions by %d threads:", stage.rows(), THREADS));
        try (LocalDirectory directory = LocalDirectory.overOneTable(stage, configuration)) {
            int block = stage.rows() / BLOCKS;
            for (int first = 0; first < stage.rows(); first += block) {
                int from = first;
                long start = System.nanoTime();
                new Together(THREADS).run(part -> {
                    for (int number = from + part; number < from + block; number += THREADS) {
                        directory.users().add(Adds.addition(Person.number(number)));
                    }
                });
                double seconds = (System.nanoTime() - start) / 1e9;
                stage.report()
                        .line(String.format(Locale.ROOT, "up to row %d: %.0f a second", from + block, block / seconds));
            }
            long added = stage.database().number("select count(*) from added");
            stage.report().line(added + " rows are there");
        } finally {
            stage.jdbc().update("drop table added");
            stage.jdbc().update("delete from customer_user_ref where source_id = ?", "CustomerUser");
        }
    }

    @Override
    public boolean isLong() {
        return true;
    }
}
