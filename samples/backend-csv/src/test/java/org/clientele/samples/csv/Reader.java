package org.clientele.samples.csv;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;

/** A thread that lists everybody again and again. */
final class Reader implements AutoCloseable {
    private final CompletableFuture<Set<List<String>>> seen;
    private volatile boolean ended;

    Reader(CsvSource source) {
        seen = CompletableFuture.supplyAsync(() -> read(source));
    }

    /** The lists that it was given, once it has ended. */
    Set<List<String>> seen() {
        close();
        return seen.join();
    }

    @Override
    public void close() {
        ended = true;
    }

    private Set<List<String>> read(CsvSource source) {
        SourceQuery everybody = new SourceQuery(Criterion.ALL, Optional.empty(), 100, true);
        Set<List<String>> lists = new HashSet<>();
        do {
            try {
                lists.add(source.search(everybody, Deadline.in(Duration.ofSeconds(10))).records().stream()
                        .map(SourceRecord::id)
                        .toList());
            } catch (SourceUnavailableException e) {
                throw new CompletionException(e);
            }
        } while (!ended);
        return lists;
    }
}
