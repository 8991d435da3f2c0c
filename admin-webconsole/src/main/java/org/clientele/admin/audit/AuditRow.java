package org.clientele.admin.audit;

import java.util.List;

/**
 * An entry, ready to be shown.
 *
 * @param at the moment as machines read it
 * @param time the moment as people read it
 * @param actor who it was
 * @param door from where, in words
 * @param address the network address, may be empty
 * @param action what was done, in words
 * @param subject what it is about
 * @param other what it gets related to; its id is empty if there is none
 * @param source the name of the source, may be empty
 * @param changes the values
 * @param outcome the key of the outcome
 * @param outcomeWords the outcome in words
 * @param note what there is to say about it, may be empty
 */
public record AuditRow(
        String at,
        String time,
        String actor,
        String door,
        String address,
        String action,
        Subject subject,
        Subject other,
        String source,
        List<Value> changes,
        String outcome,
        String outcomeWords,
        String note) {

    public AuditRow {
        changes = List.copyOf(changes);
    }

    /**
     * A thing.
     *
     * @param kind what kind of thing, in words
     * @param address where it is shown, empty if nowhere
     */
    public record Subject(String kind, String id, String address) {}

    /**
     * A change of a value.
     *
     * @param field the label of the field
     * @param withheld whether the values are not told
     */
    public record Value(String field, String before, String after, boolean withheld) {
        private static final int LONGEST = 120;

        /** Whether there is so much to read that it is folded. */
        public boolean isLong() {
            return before.length() > LONGEST || after.length() > LONGEST;
        }
    }
}
