package org.clientele.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.Actor.Door;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditEntity;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.StoredAudit.Intent;

/**
 * A row of {@code audit_entry}. Nothing in it is null: no other subject is an empty one, no person is 0.
 *
 * @param person the reference of the customer user whom the entry is about
 */
record AuditRow(AuditEntry entry, long person) {

    static final String COLUMNS =
            "id, recorded_at, actor, door, address, action, subject_kind, subject_id, subject_key,"
                    + " other_kind, other_id, other_key, person_id, source, changes, outcome, note";

    static final int COUNT = 17;

    static AuditRow of(Intent intent) {
        return new AuditRow(intent.entry(), intent.person().orElse(0L));
    }

    /** From the columns in their order. */
    static AuditRow of(Object[] row) {
        AuditEntry entry = new AuditEntry(
                (String) row[0],
                Instant.ofEpochMilli(((Number) row[1]).longValue()),
                new Actor((String) row[2], Door.valueOf((String) row[3]), (String) row[4]),
                AuditAction.valueOf((String) row[5]),
                subject((String) row[6], (String) row[7]).orElseThrow(),
                subject((String) row[9], (String) row[10]),
                (String) row[13],
                ChangeText.parsed((String) row[14]),
                AuditOutcome.valueOf((String) row[15]),
                (String) row[16]);
        return new AuditRow(entry, ((Number) row[12]).longValue());
    }

    /** For the columns in their order. */
    List<Object> values() {
        return List.of(
                entry.id(),
                entry.at().toEpochMilli(),
                entry.actor().name(),
                entry.actor().door().name(),
                entry.actor().address(),
                entry.action().name(),
                entry.subject().entity().name(),
                entry.subject().id(),
                key(entry.subject().id()),
                entry.other().map(other -> other.entity().name()).orElse(""),
                otherId(),
                key(otherId()),
                person,
                entry.source(),
                ChangeText.of(entry.changes()),
                entry.outcome().name(),
                entry.note());
    }

    String otherId() {
        return entry.other().map(AuditSubject::id).orElse("");
    }

    static String key(String id) {
        return OrderKey.of(id);
    }

    private static Optional<AuditSubject> subject(String kind, String id) {
        return kind.isEmpty() ? Optional.empty() : Optional.of(new AuditSubject(AuditEntity.valueOf(kind), id));
    }
}
