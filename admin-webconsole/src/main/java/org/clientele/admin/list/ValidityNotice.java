package org.clientele.admin.list;

import java.util.ArrayList;
import java.util.List;
import org.clientele.admin.text.Words;

/**
 * What became of records whose validity was to be changed, ready to be shown.
 *
 * @param message how many were changed
 * @param refused those that were not, the first of them, with the reasons
 * @param key what <i>Undo</i> sends, empty if there is nothing to take back
 */
public record ValidityNotice(String message, List<String> refused, String key) {
    private static final int MOST_LINES = 8;

    public ValidityNotice {
        refused = List.copyOf(refused);
    }

    static ValidityNotice of(ValidityResult result, String key, Words words) {
        int changed = result.changed().size();
        List<String> lines = new ArrayList<>(result.refused().stream()
                .limit(MOST_LINES)
                .map(one -> words.get("bulk.refused.line", one.id(), one.message()))
                .toList());
        int more = result.refused().size() - lines.size();
        if (more > 0) {
            lines.add(words.get("relation.more", more));
        }
        if (result.notReached() > 0) {
            lines.add(words.get("bulk.notReached", result.notReached()));
        }
        String message = words.get(result.takenBack() ? "bulk.takenBack" : "bulk.changed", changed);
        String same = result.same() == 0 ? "" : " " + words.get("bulk.same", result.same());
        return new ValidityNotice(message + same, lines, changed == 0 || result.takenBack() ? "" : key);
    }
}
