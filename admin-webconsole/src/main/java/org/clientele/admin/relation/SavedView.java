package org.clientele.admin.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, String> labels = labels(blocks);
        int made = saved.made().size();
        int more = Math.max(0, made - MOST_LINES);
        return new SavedView(
                words.get(saved.takenBack() ? "relation.takenBack" : "relation.saved", made),
                saved.made().stream()
                        .limit(MOST_LINES)
                        .map(change -> line(change, labels, words))
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

    private static String line(RelationChange change, Map<String, String> labels, Words words) {
        return words.get(
                "relation.line",
                pair(change, words),
                text(change.before(), labels, words),
                text(change.after(), labels, words));
    }

    private static String pair(RelationChange change, Words words) {
        return words.get("relation.pair", change.left().name(), change.right().name());
    }

    private static String text(Set<String> marks, Map<String, String> labels, Words words) {
        List<String> known = labels.entrySet().stream()
                .filter(label -> marks.contains(label.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return known.isEmpty() ? words.get("relation.nothing") : String.join(", ", known);
    }

    private static Map<String, String> labels(List<Block> blocks) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Block block : blocks) {
            String start = block.heading().isEmpty() ? "" : block.heading() + ": ";
            block.columns().forEach(column -> labels.put(column.key(), start + column.label()));
        }
        return labels;
    }
}
