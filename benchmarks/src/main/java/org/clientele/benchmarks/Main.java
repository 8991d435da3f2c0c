package org.clientele.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks that are named, or all that are not long. */
public final class Main {
    private static final Map<String, Benchmark> BENCHMARKS = benchmarks();

    private Main() {}

    /** Runs; what can be said is what {@code benchmarks/run --help} says. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(List.of(arguments), BENCHMARKS);
        Report report = new Report(System.out);
        try (Registry registry = new Registry();
                Database database = Database.open(options.url())) {
            registry.dataSource("clientele", database.pool());
            for (int rows : options.rows()) {
                database.fill(rows);
                Stage stage = new Stage(database, registry, rows, options.time(), report);
                for (Benchmark benchmark : options.benchmarks()) {
                    benchmark.run(stage);
                    report.memory();
                }
            }
        }
    }

    private static Map<String, Benchmark> benchmarks() {
        Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
        benchmarks.put("look-ups", new LookUps());
        benchmarks.put("searches", new Searches());
        benchmarks.put("pages", new Pages());
        benchmarks.put("adds", new Adds());
        benchmarks.put("eleven-sources", new ElevenSources());
        benchmarks.put("many-look-ups", new ManyLookUps());
        benchmarks.put("many-adds", new ManyAdds());
        return benchmarks;
    }
}
