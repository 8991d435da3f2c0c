package org.clientele.transfer;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a CSV file as spreadsheets and programs read it: UTF-8 with a byte order mark, commas, quotes where a cell needs them and
 * CR LF at the end of a row (RFC 4180). A cell that a spreadsheet would take for a formula, because it begins with {@code =},
 * {@code +}, {@code -}, {@code @}, a tab or a line break, gets an apostrophe in front; {@link CsvReader} takes it away again. For
 * one thread.
 */
public final class CsvWriter implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    /**
     * Starts a file.
     *
     * @param out is closed with this writer
     * @throws IOException if the byte order mark cannot be written
     */
    public CsvWriter(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(writer, FORMAT);
    }

    /** Writes a row. */
    public void row(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(FormulaGuard::on));
    }

    /** Sends what was written so far on its way. */
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
