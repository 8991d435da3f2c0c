package org.clientele.admin.transfer;

import java.util.List;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Screen;
import org.clientele.transfer.CsvRow;

/**
 * The page on which columns become fields.
 *
 * @param file the file
 * @param address where the form goes to
 * @param choice what is chosen
 * @param messages what is wrong with it
 * @param separators what can stand between cells
 * @param sources where new customer users can go
 * @param columns the columns of the file
 */
public record ColumnsView(
        Screen screen,
        String name,
        long rows,
        String address,
        ColumnsChoice choice,
        List<String> messages,
        List<Option> separators,
        List<Option> sources,
        List<FileColumn> columns) {

    public ColumnsView {
        messages = List.copyOf(messages);
        separators = List.copyOf(separators);
        sources = List.copyOf(sources);
        columns = List.copyOf(columns);
    }

    /** One of several things to choose. */
    public record Option(String value, String label, boolean chosen) {}

    /**
     * A column of the file.
     *
     * @param index its number, from 0
     * @param name its name in the file
     * @param samples what stands in the first rows
     * @param fields what it can be
     */
    public record FileColumn(int index, String name, List<String> samples, List<Option> fields) {
        public FileColumn {
            samples = List.copyOf(samples);
            fields = List.copyOf(fields);
        }

        static List<String> samples(List<CsvRow> rows, int column) {
            return rows.stream().map(row -> row.cell(column)).toList();
        }
    }

    public boolean mayGenerate() {
        return screen.may(Role.SET_PASSWORDS);
    }

    public String discardAddress() {
        return address.replace(ImportPaths.COLUMNS, ImportPaths.DISCARD);
    }
}
