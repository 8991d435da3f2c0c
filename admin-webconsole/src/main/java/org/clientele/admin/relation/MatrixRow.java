package org.clientele.admin.relation;

import java.util.List;

/**
 * A row of a matrix, ready to be shown.
 *
 * @param entry whom or what it is about
 * @param address where that is edited
 * @param before the marks that it has, as the form carries them
 * @param cells one cell for each block of columns
 */
public record MatrixRow(Entry entry, String address, String before, List<MatrixCell> cells) {
    public MatrixRow {
        cells = List.copyOf(cells);
    }

    /** Whether there is anything to check. */
    public boolean open() {
        return cells.stream().anyMatch(cell -> cell.text().isEmpty());
    }
}
