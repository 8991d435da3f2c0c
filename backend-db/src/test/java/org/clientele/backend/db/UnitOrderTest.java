package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.junit.jupiter.api.Test;

/** Pages by code point over a table that sorts by UTF-16 unit. */
class UnitOrderTest {
    private static final List<String> LETTERS =
            List.of("a", "b", "ä", "カ", "\uE000", "\uFD3E", "\uFF21", "\uD83D\uDE00", "\uD83D\uDE01");

    private final TreeSet<String> table = new TreeSet<>();
    private int reads;

    @Test
    void pagesOfAnySizeMeetEverybodyInOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            table.clear();
            for (int i = 0; i < 40; i++) {
                table.add(word(random));
            }
            for (int most : new int[] {2, 3, 8, 60}) {
                assertThat(walk(most)).as("pages of %d of %s", most, table).isEqualTo(byCodePoint());
            }
        }
    }

    @Test
    void usualKeysNeedOneRead() {
        for (int i = 100; i < 200; i++) {
            table.add("ä" + i);
        }
        table.add("\uFF21");
        table.add("\uD83D\uDE00");

        assertThat(page(Optional.of(new Position("ä120", "ä120")), 11))
                .startsWith("ä121")
                .hasSize(11);
        assertThat(reads).isEqualTo(1);
    }

    private List<String> walk(int most) {
        List<String> walked = new ArrayList<>();
        List<String> page;
        do {
            Optional<Position> after = walked.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Position(walked.get(walked.size() - 1), walked.get(walked.size() - 1)));
            page = page(after, most);
            walked.addAll(page);
        } while (!page.isEmpty());
        return walked;
    }

    private List<String> page(Optional<Position> after, int most) {
        SourceQuery query = new SourceQuery(Criterion.ALL, after, most, true);
        return new UnitOrder<String>(query, most, key -> new Position(key, key)).page(part -> read(part, most));
    }

    private List<String> read(SourceQuery query, int most) {
        reads++;
        String from = query.after().map(Position::key).orElse("");
        boolean behind = query.after().filter(p -> p.id().equals(p.key())).isPresent();
        return table.stream()
                .filter(key -> behind ? key.compareTo(from) > 0 : key.compareTo(from) >= 0)
                .limit(most)
                .toList();
    }

    private List<String> byCodePoint() {
        return table.stream()
                .sorted(Comparator.comparing(key -> new Position(key, key)))
                .toList();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return word.toString();
    }
}
