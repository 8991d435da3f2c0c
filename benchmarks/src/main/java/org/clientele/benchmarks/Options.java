package org.clientele.benchmarks;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param benchmarks what to run; nothing if everything that is not long
 * @param rows the sizes of the large table, ascending
 * @param entries how many people the directory server has
 * @param time how long each comparison is measured
 * @param url a database that is there already; otherwise a server is started
 */
record Options(Set<String> benchmarks, List<Integer> rows, int entries, Duration time, Optional<String> url) {

    static Options of(List<String> arguments, Set<String> known) {
        Set<String> benchmarks = new LinkedHashSet<>();
        List<Integer> rows = List.of(10_000, 1_000_000);
        int entries = 100_000;
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
                case "--entries" -> entries = Integer.parseInt(words.next());
                case "--seconds" -> time = Duration.ofSeconds(Long.parseLong(words.next()));
                case "--url" -> url = Optional.of(words.next());
                default -> benchmarks.add(named(word, known));
            }
        }
        return new Options(benchmarks, rows, entries, time, url);
    }

    private static String named(String name, Set<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no benchmark '" + name + "', but: " + String.join(", ", known));
        }
        return name;
    }

    /** Those of {@code all} that are to run. */
    <S> List<Benchmark<S>> chosen(Map<String, Benchmark<S>> all) {
        return all.entrySet().stream()
                .filter(one -> benchmarks.isEmpty() ? !one.getValue().isLong() : benchmarks.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
