package org.clientele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param benchmarks what to run, all that are not long by default
 * @param rows the sizes of the large table, ascending
 * @param time how long each comparison is measured
 * @param url a database that is there already; otherwise a server is started
 */
record Options(List<Benchmark> benchmarks, List<Integer> rows, Duration time, Optional<String> url) {

    static Options of(List<String> arguments, Map<String, Benchmark> known) {
        List<Benchmark> benchmarks = new ArrayList<>();
        List<Integer> rows = List.of(10_000, 1_000_000);
        Duration time = Duration.ofSeconds(10);
        Optional<String> url = Optional.empty();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--rows" ->
                    rows = Stream.of(words.next().split(","))
                            .map(Integer::valueOf)
                            .sorted()
                            .toList();
                case "--seconds" -> time = Duration.ofSeconds(Long.parseLong(words.next()));
                case "--url" -> url = Optional.of(words.next());
                default -> benchmarks.add(named(word, known));
            }
        }
        return new Options(benchmarks.isEmpty() ? withoutLong(known) : benchmarks, rows, time, url);
    }

    private static List<Benchmark> withoutLong(Map<String, Benchmark> known) {
        return known.values().stream().filter(benchmark -> !benchmark.isLong()).toList();
    }

    private static Benchmark named(String name, Map<String, Benchmark> known) {
        Benchmark benchmark = known.get(name);
        if (benchmark == null) {
            throw new IllegalArgumentException(
                    "There is no benchmark '" + name + "', but: " + String.join(", ", known.keySet()));
        }
        return benchmark;
    }
}
