package org.clientele.samples.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.clientele.Finding;
import org.clientele.Validity;
import org.clientele.spi.RecordSet;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourceRecord;

/** A file with one record per line, read as a whole. */
record CsvFile(File path, String delimiter) {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_FINDINGS = 20;

    /** Notes lines that are left out, and throws whatever the library does where the file cannot be used. */
    RecordSet read(SourceDescription source, List<Finding> findings) throws IOException {
        CSVFormat.Builder format = CSVFormat.RFC4180.builder().setDelimiter(delimiter);
        format.setHeader().setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW);
        RecordSet.Builder records = new RecordSet.Builder(source);
        try (CSVParser lines = format.get().parse(new StringReader(text()))) {
            List<String> missing = new ArrayList<>(source.search().nameFields());
            source.fields().forEach(field -> missing.add(field.storage()));
            missing.removeAll(lines.getHeaderNames());
            if (!missing.isEmpty()) {
                throw new IOException("line 1 does not name the columns " + missing);
            }
            for (CSVRecord line : lines) {
                String at = "line " + lines.getCurrentLineNumber();
                if (line.size() == 1 && line.get(0).isBlank()) {
                    continue; // many an editor leaves such a line at the end
                }
                if (!line.isConsistent()) {
                    throw new IOException(at + " has " + line.size() + " values, line 1 names another number of them");
                }
                boolean added = records.add(SourceRecord.of(source, line.toMap(), Validity.VALID));
                if (!added && findings.size() < MOST_FINDINGS) {
                    findings.add(Finding.warning("file", at + " is left out: no login, or that of an earlier line"));
                }
            }
        }
        return records.build();
    }

    private String text() throws IOException {
        // Not a channel, which an interrupted caller would close: the file would look broken.
        try (FileInputStream stream = new FileInputStream(path)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("has more than " + MOST_BYTES + " bytes; keep so many people in a database");
            }
            String text = new String(bytes, UTF_8);
            int fault = Arrays.mismatch(bytes, text.getBytes(UTF_8));
            if (fault >= 0) {
                String before = new String(bytes, 0, fault, UTF_8);
                long line = before.chars().filter(c -> c == '\n').count() + 1;
                throw new IOException("line " + line + " is not in UTF-8; save the file in this encoding");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }
}
