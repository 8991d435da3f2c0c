package org.clientele.admin.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.admin.relation.MatrixCell.Box;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Screen;

/** Makes the rows of a matrix from what is stored and from what was sent. */
final class MatrixRows {
    private final Screen screen;
    private final Words words;
    private final Perspective perspective;
    private final Entry subject;
    private final List<Block> blocks;

    MatrixRows(Screen screen, Perspective perspective, Entry subject) {
        this.screen = screen;
        this.words = screen.words();
        this.perspective = perspective;
        this.subject = subject;
        this.blocks = perspective.relation().blocks(words);
    }

    /**
     * The rows of a page.
     *
     * @param stored the marks by id
     * @param sent what was sent by id, which is shown instead
     */
    List<MatrixRow> of(List<Entry> entries, Map<String, Set<String>> stored, Map<String, SentRow> sent) {
        List<MatrixRow> rows = new ArrayList<>();
        int number = 0;
        for (Entry entry : entries) {
            Set<String> marks = stored.getOrDefault(entry.id(), Set.of());
            SentRow shown = sent.getOrDefault(entry.id(), new SentRow(entry.id(), marks, marks));
            MatrixRow row = row(entry, shown, number);
            rows.add(row);
            // rows of text alone are not sent, so they do not count
            number += row.open() ? 1 : 0;
        }
        return rows;
    }

    private MatrixRow row(Entry entry, SentRow shown, int number) {
        int settled = Settled.block(perspective.settled(subject, entry));
        List<MatrixCell> cells = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            cells.add(
                    i == settled
                            ? text(block, entry)
                            : new MatrixCell("", width(block), boxes(block, shown, number, entry)));
        }
        return new MatrixRow(entry, perspective.rows().address(screen, entry), SentRow.text(shown.before()), cells);
    }

    private MatrixCell text(Block block, Entry entry) {
        String key = perspective.settled(subject, entry).map(Settled::words).orElse("");
        return new MatrixCell(words.get(key), width(block), List.of());
    }

    private static List<Box> boxes(Block block, SentRow shown, int number, Entry entry) {
        String end = block.heading().isEmpty() ? "" : " (" + block.heading() + ")";
        return block.columns().stream()
                .map(column -> new Box(
                        number + " " + column.key(),
                        block.gives(shown.checked(), column),
                        entry.name() + ": " + column.label() + end,
                        block.all().filter(column::equals).isPresent(),
                        block.starts(column)))
                .toList();
    }

    private static int width(Block block) {
        return block.columns().size();
    }
}
