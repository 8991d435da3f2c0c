package org.clientele.admin.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.transfer.CsvException;
import org.clientele.transfer.CsvReader;
import org.clientele.transfer.CsvRow;
import org.clientele.transfer.CsvSeparator;

/**
 * What a file looks like, read to its end.
 *
 * @param separator what stands between cells
 * @param heading the names of the columns
 * @param first the first rows that are not blank
 * @param rows how many rows are not blank
 */
record FileShape(CsvSeparator separator, List<String> heading, List<CsvRow> first, long rows) {
    private static final int SHOWN = 3;

    FileShape {
        heading = List.copyOf(heading);
        first = List.copyOf(first);
    }

    /** @throws CsvException if a row cannot be read */
    static FileShape of(Path file, Optional<CsvSeparator> separator) throws IOException, CsvException {
        try (CsvReader reader = new CsvReader(Files.newInputStream(file), separator)) {
            List<CsvRow> first = new ArrayList<>();
            long rows = 0;
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (!row.get().isBlank()) {
                    rows++;
                    if (first.size() < SHOWN) {
                        first.add(row.get());
                    }
                }
            }
            return new FileShape(reader.separator(), reader.heading(), first, rows);
        }
    }
}
