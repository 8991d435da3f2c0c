package org.clientele.admin.form;

import java.util.List;
import java.util.regex.Pattern;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.admin.list.Cell;
import org.clientele.admin.text.Words;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;

/** A record as text, with what its map shows in forms only: a record without a form would never show it. */
final class ReadRows {
    private static final int BEGINNING = 40;
    private static final Pattern BYTES = Pattern.compile("[A-Za-z0-9+/]{400,}+={0,2}");

    private final Words words;

    ReadRows(Words words) {
        this.words = words;
    }

    <E extends DirectoryEntry> List<Section<ReadRow>> of(Directory<E> directory, E entry) {
        return Section.of(
                directory.view(entry, Shown.FORM).stream().map(this::row).toList(), ReadRow::variable);
    }

    private ReadRow row(ViewRow row) {
        List<Cell> values = row.values().stream()
                .map(value -> new Cell(
                        readable(words.selection(row.variable(), value.stored(), value.label())), value.link()))
                .toList();
        return new ReadRow(row.variable(), words.label(row.variable(), row.label()), values);
    }

    /** Bytes in Base64, a photo or a certificate, are shown by their beginning; all of it is in the JSON. */
    private static String readable(String text) {
        return BYTES.matcher(text).matches() ? text.substring(0, BEGINNING) + "…" : text;
    }
}
