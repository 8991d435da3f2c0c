package org.clientele.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.clientele.benchmarks.SteadyRate.Answers;

/** Results as rows of a table in Markdown. */
final class Report {
    private static final double NANOS_OF_A_MICROSECOND = 1000;
    private static final double MICROS_OF_A_MILLISECOND = 1000;
    private static final Path STATUS = Path.of("/proc/self/status");

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.printf(
                "%n## %s%n%n| what | way | median, µs | p95, µs | ratio | times |%n|---|---|---:|---:|---:|---:|%n",
                text);
    }

    /** Several ways of one thing; the ratio is that to the floor, which is the best of the first {@code floors}. */
    void ways(String what, List<Times> times, int floors) {
        double floor =
                times.stream().limit(floors).mapToDouble(Times::median).min().orElseThrow();
        for (Times way : times) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.2f | %d |%n",
                    what,
                    way.name(),
                    micros(way.median()),
                    micros(way.p95()),
                    way.median() / floor,
                    way.count());
        }
    }

    void titleOfPages(String text) {
        out.printf(
                "%n## %s%n%n| page | rows | median, ms | p95, ms | longest, ms | processor, ms | right |%n|---|---:|---:|---:|---:|---:|---:|%n",
                text);
    }

    /**
     * A page of the console; of wrong answers the first one is told.
     *
     * @param processor the time of it that the product used for a request
     */
    void page(AskedPage page, Answers answers, Duration processor) {
        Times times = answers.times();
        out.printf(
                "| %s | %s | %s | %s | %s | %s | %d of %d |%n",
                times.name(),
                page.rows(),
                millis(times.median()),
                millis(times.p95()),
                millis(times.max()),
                millis(processor.toNanos() / NANOS_OF_A_MICROSECOND),
                times.count() - answers.faults().size(),
                times.count());
        answers.faults().stream().limit(1).forEach(fault -> System.err.println("WRONG: " + fault));
    }

    void line(String text) {
        out.println(text);
    }

    /** What this process uses: its heap after a collection, and the most that it ever had of the machine's memory. */
    void memory() throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        String peak = Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) >> 10))
                .findFirst()
                .orElse("?");
        out.printf(
                Locale.ROOT,
                "%nHeap after a collection %d MB of at most %d MB, peak of resident memory %s MB.%n",
                heap,
                runtime.maxMemory() >> 20,
                peak);
    }

    private static String millis(double micros) {
        return String.format(Locale.ROOT, "%.1f", micros / MICROS_OF_A_MILLISECOND);
    }

    private static String micros(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
