package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.List;
import org.clientele.spi.TextPattern;
import org.eclipse.persistence.expressions.Expression;

/**
 * All search fields of a record as one text in lower case, each field between separators: what a trigram index of PostgreSQL
 * can serve. Only one literal anywhere in a field is looked for in this text alone: any other pattern could reach from one field
 * into the next, or be misled by a value that has a separator in it, and is looked for in the single fields too.
 *
 * @param columns the search fields, all of them texts
 */
record SearchText(List<Column> columns) {
    private static final char SEPARATOR = '\u001F';
    private static final String SEPARATOR_IN_SQL = "chr(31)";
    /** A separator is where a word begins, and pg_trgm puts two blanks there. */
    private static final int WORTH_OF_A_SEPARATOR = 2;

    private static final int TRIGRAM = 3;

    /** How a pattern is looked for. */
    enum Use {
        /** In the one text: that says all. */
        TEXT('t', true, false),
        /** In the one text for the sake of its index, and in each field. */
        TEXT_AND_FIELDS('b', true, true),
        /** In each field: no index helps. */
        FIELDS('w', false, true);

        private final char letter;
        private final boolean ofText;
        private final boolean ofFields;

        Use(char letter, boolean ofText, boolean ofFields) {
            this.letter = letter;
            this.ofText = ofText;
            this.ofFields = ofFields;
        }

        /** What stands for it in the shape of a query. */
        char letter() {
            return letter;
        }

        boolean ofText() {
            return ofText;
        }

        boolean ofFields() {
            return ofFields;
        }
    }

    SearchText {
        columns = List.copyOf(columns);
    }

    /** How to look for a pattern. Without a trigram in it the index would be read as a whole. */
    static Use use(TextPattern pattern) {
        if (pattern.literals().stream().allMatch(String::isEmpty) || longestRun(pattern) < TRIGRAM) {
            return Use.FIELDS;
        }
        List<String> literals = pattern.literals();
        boolean anywhere = literals.size() == 3
                && literals.get(0).isEmpty()
                && literals.get(2).isEmpty();
        return anywhere && literals.get(1).indexOf(SEPARATOR) < 0 ? Use.TEXT : Use.TEXT_AND_FIELDS;
    }

    /** The pattern for the one text that finds what the pattern finds in one of the fields. */
    static TextPattern within(TextPattern pattern) {
        List<String> literals = new ArrayList<>(pattern.literals());
        String first = literals.get(0);
        if (!first.isEmpty()) {
            literals.set(0, SEPARATOR + first);
            literals.add(0, "");
        }
        int last = literals.size() - 1;
        if (!literals.get(last).isEmpty()) {
            literals.set(last, literals.get(last) + SEPARATOR);
            literals.add("");
        }
        return new TextPattern(literals);
    }

    Expression expression(Columns all) {
        return BoundFunction.of(columns.stream().map(all::stored).toList(), parts().toArray(String[]::new));
    }

    /** The same as text, for the definition of an index. */
    String sql() {
        List<String> parts = parts();
        StringBuilder sql = new StringBuilder(parts.get(0));
        for (int i = 0; i < columns.size(); i++) {
            sql.append(Quotes.STANDARD.name(columns.get(i).name())).append(parts.get(i + 1));
        }
        return sql.toString();
    }

    /** What stands before, between and behind the columns; an index is used only where all of this is the same. */
    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        String behind = "(lower(";
        for (Column column : columns) {
            parts.add(behind + SEPARATOR_IN_SQL + " || " + (column.nullable() ? "coalesce(" : ""));
            behind = (column.nullable() ? ", '')" : "") + " || ";
        }
        parts.add(behind + SEPARATOR_IN_SQL + ") collate \"C\")");
        return parts;
    }

    private static int longestRun(TextPattern pattern) {
        int longest = 0;
        for (String literal : within(pattern).literals()) {
            int run = 0;
            for (int at = 0; at < literal.length(); at++) {
                char c = literal.charAt(at);
                run = c == SEPARATOR ? WORTH_OF_A_SEPARATOR : Character.isLetterOrDigit(c) ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }
}
