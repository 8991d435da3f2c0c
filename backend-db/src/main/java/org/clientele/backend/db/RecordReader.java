package org.clientele.backend.db;

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
    private final List<Field> fields;
    private final List<Column> selected;

    RecordReader(TableSettings settings, TableMetadata table) {
        this.settings = settings;
        this.table = table;
        this.fields = settings.description().fields().stream()
                .filter(field -> !TableSettings.isPassword(field))
                .toList();
        this.selected = Stream.of(
                        Stream.of(search().idField()),
                        fields.stream().map(Field::storage),
                        search().nameFields().stream(),
                        search().listFields().stream(),
                        Stream.of(settings.validColumn()),
                        settings.nativeIdColumn().stream())
                .flatMap(names -> names)
                .flatMap(name -> table.column(name).stream())
                .distinct()
                .toList();
    }

    void select(ReportQuery query, Columns columns) {
        query.addItem("key", columns.folded(selected.get(0)));
        selected.forEach(column -> query.addAttribute(column.name()));
    }

    SourceRecord read(Object[] row) {
        return new SourceRecord(
                String.valueOf(row[0]),
                value(row, search().idField()),
                String.join(search().nameJoin(), filled(row, search().nameFields())),
                MailString.of(filled(row, search().listFields())),
                settings.nativeIdColumn().map(name -> value(row, name)).filter(id -> !id.isEmpty()),
                validity(row),
                values(row));
    }

    private Map<String, List<String>> values(Object[] row) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Field field : fields) {
            String value = value(row, field.storage());
            if (!value.isEmpty()) {
                values.put(field.variable(), List.of(value));
            }
        }
        return values;
    }

    private List<String> filled(Object[] row, List<String> names) {
        return names.stream()
                .map(name -> value(row, name))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A value that is no validity at all does not let anybody in. */
    private Validity validity(Object[] row) {
        return table.column(settings.validColumn()).isEmpty()
                ? Validity.VALID
                : Validity.of(value(row, settings.validColumn())).orElse(Validity.INVALID);
    }

    private String value(Object[] row, String name) {
        Optional<Column> column = table.column(name);
        return column.map(c -> c.kind().text(row[1 + selected.indexOf(c)])).orElse("");
    }

    private SearchSettings search() {
        return settings.description().search();
    }
}
