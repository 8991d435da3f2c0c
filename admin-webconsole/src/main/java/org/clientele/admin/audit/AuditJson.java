package org.clientele.admin.audit;

import static org.clientele.admin.audit.AuditRequest.key;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditSubject;

/** Entries as JSON. */
final class AuditJson {

    private AuditJson() {}

    static Map<String, Object> entry(AuditEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entry.id());
        json.put("at", entry.at().toString());
        json.put("actor", entry.actor().name());
        json.put("door", key(entry.actor().door()));
        json.put("address", entry.actor().address());
        json.put("action", key(entry.action()));
        json.put("subject", subject(entry.subject()));
        entry.other().ifPresent(other -> json.put("other", subject(other)));
        json.put("source", entry.source());
        json.put("changes", entry.changes().stream().map(AuditJson::change).toList());
        json.put("outcome", key(entry.outcome()));
        json.put("note", entry.note());
        return json;
    }

    private static Map<String, Object> subject(AuditSubject subject) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entity", key(subject.entity()));
        json.put("id", subject.id());
        return json;
    }

    /** Without values where they are not told. */
    private static Map<String, Object> change(AuditChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", change.field());
        if (!change.isWithheld()) {
            json.put("before", change.before());
            json.put("after", change.after());
        }
        return json;
    }
}
