package org.clientele.admin.list;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.CustomerUser;
import org.clientele.DirectoryEntry;
import org.clientele.DisabledHere;
import org.clientele.Page;
import org.clientele.SourceReport;
import org.clientele.field.Fields;

/** How records and lists look as JSON; {@code docs/json.md} describes it. */
public final class JsonShape {
    private final String idName;

    /** @param idName the key of a record's id, {@code login} or {@code customerId} */
    JsonShape(String idName) {
        this.idName = idName;
    }

    Map<String, Object> page(Page<? extends DirectoryEntry> page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", page.rows().stream().map(this::row).toList());
        json.put("next", nullable(page.next()));
        json.put("incomplete", page.incomplete());
        json.put("notices", page.notices());
        json.put("sources", sources(page.sources()));
        return json;
    }

    Map<String, Object> row(DirectoryEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(idName, entry.id());
        json.put("source", entry.source());
        json.put("writable", entry.writable());
        json.put("validity", entry.validity().key());
        if (entry instanceof CustomerUser user) {
            json.put(
                    "disabledHere",
                    user.disabledHere().<Object>map(JsonShape::mark).orElse(NullNode.instance));
        }
        json.put("ownership", entry.ownership().key());
        json.put("fields", fields(entry));
        return json;
    }

    private static Map<String, Object> mark(DisabledHere mark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", mark.at().toString());
        json.put("by", mark.by());
        json.put("comment", mark.comment());
        return json;
    }

    /** A text that may be missing. */
    public static Object nullable(Optional<String> text) {
        return text.<Object>map(given -> given).orElse(NullNode.instance);
    }

    /** What became of the sources. */
    public static List<Map<String, Object>> sources(List<SourceReport> reports) {
        return reports.stream().map(JsonShape::source).toList();
    }

    private static Map<String, Object> source(SourceReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", report.source());
        json.put("outcome", report.outcome().key());
        json.put("millis", report.time().toMillis());
        json.put("message", report.message());
        return json;
    }

    private static Map<String, Object> fields(DirectoryEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        entry.fields().forEach((variable, values) -> value(variable, values).ifPresent(v -> json.put(variable, v)));
        return json;
    }

    private static Optional<Object> value(String variable, List<String> values) {
        if (variable.equals(Fields.PASSWORD) || values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(values.size() == 1 ? values.get(0) : values);
    }
}
