package org.clientele.admin.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.admin.text.Words;

/**
 * What was changed before a page came, ready to be shown.
 *
 * @param message the sentence that says so
 * @param lines the first changes in words
 * @param more how many there are besides
 * @param leftOut the rows for which somebody else was quicker
 * @param key what <i>Undo</i> sends, empty if there is nothing to take back
 */
public record SavedView(String message, List<String> lines, String more, List<String> leftOut, String key) {
    private static final int MOST_LINES = 8;

    public SavedView {
        lines = List.copyOf(lines);
        leftOut = List.copyOf(leftOut);
    }

    static SavedView of(Saved saved, String key, List<Block> blocks, Words words) {
        int made = saved.made().size();
        int more = Math.max(0, made - MOST_LINES);
        return new SavedView(
                words.get(saved.takenBack() ? "relation.takenBack" : "relation.saved", made),
                saved.made().stream()
                        .limit(MOST_LINES)
                        .map(change -> line(change, blocks, words))
                        .toList(),
                more == 0 ? "" : words.get("relation.more", more),
                leftOut(saved, words),
                made == 0 || saved.takenBack() ? "" : key);
    }

    private static List<String> leftOut(Saved saved, Words words) {
        List<String> lines = new ArrayList<>();
        saved.leftOut().stream().limit(MOST_LINES).forEach(change -> lines.add(pair(change, words)));
        int more = saved.leftOut().size() - MOST_LINES;
        if (more > 0) {
            lines.add(words.get("relation.more", more));
        }
        return lines;
    }

    private static String line(RelationChange change, List<Block> blocks, Words words) {
        List<String> parts = blocks.stream()
                .filter(block -> !block.reduced(change.before()).equals(block.reduced(change.after())))
                .map(block -> part(change, block, words))
                .toList();
        return words.get("relation.line", pair(change, words), String.join("; ", parts));
    }

    /** What became of one block of columns. */
    private static String part(RelationChange change, Block block, Words words) {
        String part =
                words.get("relation.part", text(block, change.before(), words), text(block, change.after(), words));
        return block.heading().isEmpty() ? part : words.get("relation.block", block.heading(), part);
    }

    private static String pair(RelationChange change, Words words) {
        return words.get("relation.pair", change.left().name(), change.right().name());
    }

    private static String text(Block block, Set<String> marks, Words words) {
        Set<String> reduced = block.reduced(marks);
        List<String> labels = block.columns().stream()
                .filter(column -> reduced.contains(column.key()))
                .map(Mark::label)
                .toList();
        return labels.isEmpty() ? words.get("relation.nothing") : String.join(", ", labels);
    }
}
