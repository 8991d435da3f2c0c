package org.clientele.transfer;

import java.util.Locale;

/** A file that cannot be read as CSV, or is bigger than what is read. The message is one English sentence for people. */
public final class CsvException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a file. A further one is a further constant. */
    public enum Kind {
        /** A row has bytes that are no UTF-8. */
        NOT_UTF8("Row %d is not UTF-8. Save the file as CSV UTF-8."),
        /** Behind a closing quote there is something else than a separator, or the last quote is never closed. */
        QUOTES("The quotes in row %d, or in a row before it, do not match: a quote inside a cell is written twice."),
        /** The heading is missing. */
        EMPTY("The file has no heading: row %d names the columns."),
        /** A row has too many cells: the most. */
        TOO_WIDE("Row %d has too many columns; at most %d are read."),
        /** A row has a cell with too many characters: the most. */
        LONG_CELL(
                "Row %d has a cell that is too long; at most %d characters are read. A quote that is not closed also looks so."),
        /** The file has too many rows: the most. */
        TOO_LONG("The file has more than %2$d rows, the heading included. Split it.");

        private final String message;

        Kind(String message) {
            this.message = message;
        }

        /** The word by which files of words name this kind, for example {@code not-utf8}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;
    private final long row;
    private final long most;

    CsvException(Kind kind, long row, long most) {
        super(String.format(Locale.ROOT, kind.message, row, most));
        this.kind = kind;
        this.row = row;
        this.most = most;
    }

    public Kind kind() {
        return kind;
    }

    /** The row in which it is, see {@link CsvRow#number}. */
    public long row() {
        return row;
    }

    /** The bound that is exceeded, 0 where there is none. */
    public long most() {
        return most;
    }
}
