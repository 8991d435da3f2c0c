package org.clientele.samples.csv;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.spi.Deadline;
import org.clientele.spi.RecordSet;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourceRecord;

/** A file, read again at the first call after it has changed. A broken one leaves the records of the last good one. */
final class CsvFile {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_FINDINGS = 20;
    /** What was written just now may be half of it. */
    private static final int QUIET_MILLIS = 1000;

    private final SourceDescription source;
    private final File file;
    private final String delimiter;
    private final List<Finding> configuration;
    private volatile Content content;

    private record Content(String stamp, boolean usable, RecordSet records, SourceCondition condition) {}

    CsvFile(Settings settings, SourceDescription source) {
        this.source = source;
        this.file = new File(settings.required("file", "/var/lib/people.csv"));
        this.delimiter = settings.text("delimiter", ",").replace("tab", "\t");
        if (!delimiter.matches("[,;|\t]")) {
            settings.error("delimiter", "is '" + delimiter + "'; write , or ; or | or tab");
        }
        this.configuration = settings.findings();
        this.content = new Content("", false, RecordSet.empty(source), SourceCondition.of(configuration));
    }

    SourceCondition condition() {
        return content.condition();
    }

    RecordSet records(Deadline deadline) throws SourceUnavailableException {
        deadline.check();
        SourceCondition.of(configuration).requireReady();
        boolean quiet = Math.abs(System.currentTimeMillis() - file.lastModified()) > QUIET_MILLIS;
        if ((quiet || !content.usable()) && !stamp().equals(content.stamp())) {
            read();
        }
        Content now = content;
        now.condition().requireReady();
        return now.records();
    }

    /** Whoever asks meanwhile waits: that is short, because the size is bounded. */
    private synchronized void read() {
        String stamp = stamp();
        if (stamp.equals(content.stamp())) {
            return;
        }
        List<Finding> findings = new ArrayList<>(configuration);
        // Not a channel, which an interrupted caller would close: the file would look broken.
        try (FileInputStream stream = new FileInputStream(file)) {
            RecordSet records = parse(text(stream.readNBytes(MOST_BYTES + 1)), findings);
            content = new Content(stamp, true, records, SourceCondition.of(findings));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            content = unreadable(stamp, Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private Content unreadable(String stamp, Throwable fault) {
        List<Finding> findings = new ArrayList<>(configuration);
        if (!file.exists()) {
            findings.add(Finding.error("file", "is not there: " + file + "; the source waits for it"));
            SourceCondition waiting = new SourceCondition(SourceState.WAITING, findings);
            return new Content(stamp, false, RecordSet.empty(source), waiting);
        }
        findings.add(
                content.usable()
                        ? Finding.warning(
                                "file",
                                "cannot be used: " + fault.getMessage()
                                        + "; what it held before is used until this is mended")
                        : Finding.error("file", "cannot be used: " + fault.getMessage()));
        return new Content(stamp, content.usable(), content.records(), SourceCondition.of(findings));
    }

    private RecordSet parse(String text, List<Finding> findings) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get();
        RecordSet.Builder records = new RecordSet.Builder(source);
        try (CSVParser lines = format.parse(new StringReader(text))) {
            List<String> missing = new ArrayList<>(source.search().nameFields());
            source.fields().stream().map(Field::storage).forEach(missing::add);
            missing.removeAll(lines.getHeaderNames());
            if (!missing.isEmpty()) {
                throw new IOException("line 1 does not name the columns " + missing);
            }
            for (CSVRecord line : lines) {
                String at = "line " + lines.getCurrentLineNumber();
                if (isBlank(line)) {
                    continue;
                }
                if (!line.isConsistent()) {
                    throw new IOException(at + " has " + line.size() + " values, line 1 names another number of them");
                }
                boolean added = records.add(SourceRecord.of(source, line.toMap(), Validity.VALID));
                if (!added && findings.size() < MOST_FINDINGS) {
                    findings.add(
                            Finding.warning("file", at + " has no login or that of an earlier line; it is left out"));
                }
            }
        }
        return records.build();
    }

    /** Many an editor leaves such a line at the end. */
    private static boolean isBlank(CSVRecord line) {
        return line.size() == 1 && line.get(0).isBlank();
    }

    private static String text(byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) {
            throw new IOException("has more than " + MOST_BYTES + " bytes; keep so many people in a database");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            throw new IOException("line " + line + " is not in UTF-8; save the file in this encoding");
        }
    }

    private String stamp() {
        return file.lastModified() + " " + file.length();
    }
}
