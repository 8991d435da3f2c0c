package org.clientele.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Validity;
import org.clientele.field.Fields;

/**
 * A record as a source delivers it.
 *
 * @param key the order key as the storage computed it, see {@link OrderKey}; lists are sorted and merged by it
 * @param id the login or customer ID as stored
 * @param name the name for people, made of the name fields
 * @param mailString the name and address of a customer user, made of the list fields by {@link MailString#of}
 * @param nativeId an identity that survives a rename, such as {@code entryUUID}, empty if the storage has none
 * @param validity whether the record may be used
 * @param fields values by variable in the order of the map; never the password. Empty values are left out
 */
public record SourceRecord(
        String key,
        String id,
        String name,
        String mailString,
        Optional<String> nativeId,
        Validity validity,
        Map<String, List<String>> fields) {
    public SourceRecord {
        fields = Fields.copyOf(fields);
    }

    /**
     * The record of a row with one text per column, for storages that are as simple as that.
     *
     * @param source whose map, {@code customerKey}, name fields and list fields say which columns are which
     * @param row values by column; a missing one is empty
     * @param validity whether the record may be used
     */
    public static SourceRecord of(SourceDescription source, Map<String, String> row, Validity validity) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        source.fields().stream()
                .filter(field -> !field.variable().equals(Fields.PASSWORD))
                .filter(field -> !row.getOrDefault(field.storage(), "").isEmpty())
                .forEach(field -> fields.put(field.variable(), List.of(row.getOrDefault(field.storage(), ""))));
        String id = row.getOrDefault(source.search().idField(), "");
        String name = String.join(
                source.search().nameJoin(), filled(row, source.search().nameFields()));
        String mailString = MailString.of(filled(row, source.search().listFields()));
        return new SourceRecord(OrderKey.of(id), id, name, mailString, Optional.empty(), validity, fields);
    }

    private static List<String> filled(Map<String, String> row, List<String> columns) {
        return columns.stream()
                .map(column -> row.getOrDefault(column, ""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Where the record stands in lists. */
    public SourceQuery.Position position() {
        return new SourceQuery.Position(key, id);
    }
}
