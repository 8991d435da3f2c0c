package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.spi.MailString;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourceRecord;
import org.eclipse.persistence.queries.ReportQuery;

/** Chooses the columns of a query and makes records of its rows. The password column is never among them. */
final class RecordReader {
    private final TableSettings settings;
    private final TableMetadata table;
    private final List<Column> selected;
    private final Cell id;
    private final List<Cell> names;
    private final List<Cell> labels;
    private final List<FieldCell> fields;
    private final Optional<Cell> nativeId;
    private final Optional<Cell> validity;

    /** Where a value stands in a row, and what it is. */
    private record Cell(int index, ColumnKind kind) {
        String text(Object[] row) {
            return kind.text(row[index]);
        }
    }

    private record FieldCell(String variable, Cell cell) {}

    RecordReader(TableSettings settings, TableMetadata table) {
        this.settings = settings;
        this.table = table;
        List<Field> shown = settings.description().fields().stream()
                .filter(field -> !TableSettings.isPassword(field))
                .toList();
        this.selected = Stream.of(
                        Stream.of(search().idField()),
                        shown.stream().map(Field::storage),
                        search().nameFields().stream(),
                        search().listFields().stream(),
                        Stream.of(settings.validColumn()),
                        settings.nativeIdColumn().stream())
                .flatMap(columns -> columns)
                .flatMap(column -> table.column(column).stream())
                .distinct()
                .toList();
        this.id = cell(search().idField()).orElseThrow();
        this.names = cells(search().nameFields());
        this.labels = cells(search().listFields());
        this.fields = shown.stream()
                .flatMap(field -> cell(field.storage()).map(cell -> new FieldCell(field.variable(), cell)).stream())
                .toList();
        this.nativeId = settings.nativeIdColumn().flatMap(this::cell);
        this.validity = cell(settings.validColumn());
    }

    void select(ReportQuery query, Columns columns) {
        query.addItem("key", columns.folded(selected.get(0)));
        selected.forEach(column -> query.addAttribute(column.name()));
    }

    SourceRecord read(Object[] row) {
        return new SourceRecord(
                String.valueOf(row[0]),
                id.text(row),
                String.join(search().nameJoin(), filled(row, names)),
                MailString.of(filled(row, labels)),
                nativeId.map(cell -> cell.text(row)).filter(text -> !text.isEmpty()),
                validity(row),
                values(row));
    }

    private Map<String, List<String>> values(Object[] row) {
        Map<String, List<String>> values = new LinkedHashMap<>(2 * fields.size());
        for (FieldCell field : fields) {
            String value = field.cell().text(row);
            if (!value.isEmpty()) {
                values.put(field.variable(), List.of(value));
            }
        }
        return values;
    }

    private static List<String> filled(Object[] row, List<Cell> cells) {
        List<String> filled = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
            String part = cell.text(row);
            if (!part.isEmpty()) {
                filled.add(part);
            }
        }
        return filled;
    }

    /** A value that is no validity at all does not let anybody in. */
    private Validity validity(Object[] row) {
        return validity.map(cell -> Validity.of(cell.text(row)).orElse(Validity.INVALID))
                .orElse(Validity.VALID);
    }

    private List<Cell> cells(List<String> columns) {
        return columns.stream().flatMap(column -> cell(column).stream()).toList();
    }

    private Optional<Cell> cell(String column) {
        return table.column(column).map(found -> new Cell(1 + selected.indexOf(found), found.kind()));
    }

    private SearchSettings search() {
        return settings.description().search();
    }
}
