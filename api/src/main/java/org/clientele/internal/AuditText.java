package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import org.clientele.audit.AuditChange;
import org.clientele.spi.store.StoredAudit;

/** Makes of texts what every database takes: not too long, and without characters that are none. */
final class AuditText {
    /** What stands at the end of a text that was cut. */
    static final String CUT = "…";

    private static final int LONGEST_VALUE = 4000;
    private static final int LONGEST_VALUE_OF_MANY = 200;
    /** Some characters are written as two. */
    private static final int LONGEST_CHANGES = StoredAudit.LONGEST_CHANGES / 2;

    private AuditText() {}

    /** @param longest counted as Java does, which no database counts less than */
    static String cut(String text, int longest) {
        String clean = isClean(text) ? text : cleaned(text);
        if (clean.length() <= longest) {
            return clean;
        }
        int end = longest - CUT.length();
        boolean halved = Character.isHighSurrogate(clean.charAt(end - 1));
        return clean.substring(0, halved ? end - 1 : end) + CUT;
    }

    /** Whether no database refuses it. */
    static boolean isClean(String text) {
        return text.codePoints().noneMatch(AuditText::isNone);
    }

    /** Cuts long values, and all values of an entry that has very many. */
    static List<AuditChange> cut(List<AuditChange> changes) {
        List<AuditChange> cut = cut(changes, LONGEST_VALUE);
        return length(cut) <= LONGEST_CHANGES ? cut : cut(changes, LONGEST_VALUE_OF_MANY);
    }

    private static List<AuditChange> cut(List<AuditChange> changes, int longest) {
        List<AuditChange> cut = new ArrayList<>();
        int rest = LONGEST_CHANGES;
        for (AuditChange change : changes) {
            AuditChange next = new AuditChange(
                    cut(change.field(), LONGEST_VALUE_OF_MANY),
                    cut(change.before(), longest),
                    cut(change.after(), longest));
            rest -= longest == LONGEST_VALUE ? 0 : length(next);
            if (rest >= 0) {
                cut.add(next);
            }
        }
        return cut;
    }

    private static int length(List<AuditChange> changes) {
        return changes.stream().mapToInt(AuditText::length).sum();
    }

    private static int length(AuditChange change) {
        return change.field().length()
                + change.before().length()
                + change.after().length();
    }

    private static String cleaned(String text) {
        return text.codePoints()
                .map(c -> isNone(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isNone(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
