package org.clientele.transfer;

import java.util.List;

/**
 * A row of a CSV file.
 *
 * @param number as spreadsheets count: the heading is row 1
 * @param cells as many as the row has, at least one
 */
public record CsvRow(long number, List<String> cells) {
    public CsvRow {
        cells = List.copyOf(cells);
    }

    /** Whether nothing stands in it: such rows are passed over. */
    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The text of a column, empty where the row is too short. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
