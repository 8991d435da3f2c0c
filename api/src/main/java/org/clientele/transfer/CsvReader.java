package org.clientele.transfer;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.clientele.transfer.CsvException.Kind;

/**
 * Reads a CSV file row by row; no more than a row is held. The file is UTF-8, with or without byte order mark; its first row is
 * the heading. The apostrophe that {@link CsvWriter} puts before what looks like a formula is taken away. For one thread.
 */
public final class CsvReader implements Closeable {
    /** The most rows that are read, the heading among them. */
    public static final int MOST_ROWS = 200_001;
    /** The most columns. */
    public static final int MOST_COLUMNS = 100;
    /** The most characters of a cell. */
    public static final int LONGEST_CELL = 10_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Stands where bytes were no UTF-8: no text has it. */
    private static final char BROKEN = '\uFFFF';

    private final CsvSeparator separator;
    private final Bounded text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> heading;
    private long row;

    /**
     * Reads the heading.
     *
     * @param in is closed with this reader, and if the heading cannot be read
     * @param separator what stands between cells, empty to tell it from the heading
     * @throws CsvException if the heading cannot be read
     * @throws IOException if {@code in} cannot be read
     */
    public CsvReader(InputStream in, Optional<CsvSeparator> separator) throws IOException, CsvException {
        try {
            BufferedReader decoded = new BufferedReader(new InputStreamReader(in, decoder()));
            skipByteOrderMark(decoded);
            this.separator = separator.isPresent() ? separator.get() : CsvSeparator.mostIn(firstLine(decoded));
            this.text = new Bounded(decoded);
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(this.separator.character())
                    .get();
            this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
            this.records = parser.iterator();
            this.heading =
                    next()
                            .filter(first -> !first.isBlank())
                            .orElseThrow(() -> new CsvException(Kind.EMPTY, 1, 0))
                            .cells()
                            .stream()
                            .map(String::strip)
                            .toList();
        } catch (IOException | CsvException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** What stands between cells. */
    public CsvSeparator separator() {
        return separator;
    }

    /** The names of the columns, without the blanks around them. */
    public List<String> heading() {
        return heading;
    }

    /**
     * The next row, blank or not; empty at the end.
     *
     * @throws CsvException if it cannot be read; there is no next one then
     */
    public Optional<CsvRow> next() throws IOException, CsvException {
        row++;
        text.startRow();
        Optional<CSVRecord> read = read();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        List<String> cells = read.get().toList();
        check(cells);
        return Optional.of(new CsvRow(row, cells.stream().map(FormulaGuard::off).toList()));
    }

    private Optional<CSVRecord> read() throws IOException, CsvException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            if (text.exceeded) {
                throw new CsvException(Kind.LONG_CELL, row, LONGEST_CELL);
            }
            if (text.failure.isPresent()) {
                throw text.failure.get();
            }
            throw new CsvException(Kind.QUOTES, row, 0);
        }
    }

    private void check(List<String> cells) throws CsvException {
        if (row > MOST_ROWS) {
            throw new CsvException(Kind.TOO_LONG, row - 1, MOST_ROWS);
        }
        if (cells.size() > MOST_COLUMNS) {
            throw new CsvException(Kind.TOO_WIDE, row, MOST_COLUMNS);
        }
        for (String cell : cells) {
            if (cell.indexOf(BROKEN) >= 0) {
                throw new CsvException(Kind.NOT_UTF8, row, 0);
            }
            if (cell.length() > LONGEST_CELL) {
                throw new CsvException(Kind.LONG_CELL, row, LONGEST_CELL);
            }
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .replaceWith(String.valueOf(BROKEN))
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    private static void skipByteOrderMark(Reader in) throws IOException {
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
    }

    private static String firstLine(Reader in) throws IOException {
        char[] start = new char[LONGEST_CELL];
        in.mark(start.length);
        int read = in.read(start);
        in.reset();
        return new String(start, 0, Math.max(read, 0)).lines().findFirst().orElse("");
    }

    /** Ends a row that never ends, because a quote is not closed, before it fills the memory. */
    private static final class Bounded extends FilterReader {
        private static final int LONGEST_ROW = 2 * MOST_COLUMNS * LONGEST_CELL;
        private long left;
        private boolean exceeded;
        private Optional<IOException> failure = Optional.empty();

        Bounded(Reader in) {
            super(in);
        }

        void startRow() {
            left = LONGEST_ROW;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] target, int start, int length) throws IOException {
            if (left <= 0) {
                exceeded = true;
                throw new IOException("The row is too long");
            }
            try {
                int read = in.read(target, start, length);
                left -= Math.max(read, 0);
                return read;
            } catch (IOException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
    }
}
