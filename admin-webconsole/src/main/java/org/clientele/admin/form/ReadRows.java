package org.clientele.admin.form;

import java.util.List;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.admin.list.Cell;
import org.clientele.admin.text.Words;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;

/** A record as text, with what its map shows in forms only: a record without a form would never show it. */
final class ReadRows {
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
                .map(value -> Cell.of(row.variable(), value, words))
                .toList();
        return new ReadRow(row.variable(), words.label(row.variable(), row.label()), values);
    }
}
