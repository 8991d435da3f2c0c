package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.IntStream;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskedSourceTest {
    private final Set<Integer> limits = new CopyOnWriteArraySet<>();
    private final CallThreads threads = new CallThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void batchesOfAllSizesHaveOneLimitAndLackNobody() throws Exception {
        PeopleSource source = new PeopleSource(0, Map.of("searchListLimit", "100")) {
            @Override
            public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
                limits.add(query.limit());
                return super.search(query, deadline);
            }
        };
        List<String> logins =
                IntStream.range(0, 250).mapToObj(i -> "Ünal" + (1000 + i)).toList();
        logins.forEach(login -> source.with(login, "C", "", ""));
        AskedSource asked = new AskedSource(source, threads);

        for (int size : List.of(1, 2, 3, 7, 64, 250)) {
            assertThat(asked.having(logins.subList(0, size)).result())
                    .as("%s logins", size)
                    .extracting(SourceRecord::id)
                    .containsExactlyElementsOf(logins.subList(0, size));
        }
        assertThat(limits).hasSize(1);
    }
}
