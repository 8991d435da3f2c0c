package org.clientele.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** Rows for people (columns with headers) or for scripts (values separated by tabs, nothing else). */
final class Table {
    private final String empty;
    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param empty what people read where there is no row */
    Table(String empty, List<String> headers) {
        this.empty = empty;
        this.headers = List.copyOf(headers);
    }

    void row(String... values) {
        rows.add(Arrays.stream(values).map(Plain::text).toList());
    }

    void print(PrintStream out, boolean noFormat) {
        if (noFormat) {
            // Karaf's own variant pads the values with blanks
            rows.forEach(row -> out.println(String.join("\t", row)));
        } else {
            table().print(out);
        }
    }

    private ShellTable table() {
        ShellTable table = new ShellTable().emptyTableText(empty);
        headers.forEach(table::column);
        rows.forEach(row -> table.addRow().addContent(row.toArray()));
        return table;
    }
}
