package org.clientele.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.clientele.spi.store.StoredAudit.Intent;

/** The statements that write {@code audit_entry}, within a transaction. Plain, for one takes many rows. */
final class AuditStatements {

    private AuditStatements() {}

    static void intend(List<Intent> intents, EntityManager entities) {
        if (intents.isEmpty()) {
            return;
        }
        String row = "(" + marks(AuditRow.COUNT) + ")";
        Query insert = entities.createNativeQuery("insert into audit_entry (" + AuditRow.COLUMNS + ") values "
                + String.join(", ", Collections.nCopies(intents.size(), row)));
        List<Object> values = new ArrayList<>();
        intents.forEach(intent -> values.addAll(AuditRow.of(intent).values()));
        bound(insert, values).executeUpdate();
    }

    static void conclude(List<Conclusion> conclusions, EntityManager entities) {
        conclusions.forEach(conclusion -> conclude(conclusion, entities));
    }

    /** The same, about a person who is known by now. */
    static void conclude(List<Conclusion> conclusions, long person, EntityManager entities) {
        conclusions.forEach(conclusion -> conclude(conclusion.about(person), entities));
    }

    private static void conclude(Conclusion conclusion, EntityManager entities) {
        for (List<String> ids : Portions.of(conclusion.ids())) {
            List<Object> values = new ArrayList<>(List.of(conclusion.outcome().name(), conclusion.note()));
            conclusion.person().ifPresent(values::add);
            values.addAll(ids);
            Query update = entities.createNativeQuery("update audit_entry set outcome = ?, note = ?"
                    + (conclusion.person().isPresent() ? ", person_id = ?" : "") + " where id in (" + marks(ids.size())
                    + ")");
            bound(update, values).executeUpdate();
        }
    }

    /** Writes what a row says about people anew. */
    static void rewrite(AuditRow row, EntityManager entities) {
        Query update =
                entities.createNativeQuery("update audit_entry set subject_id = ?, subject_key = ?, other_id = ?,"
                        + " other_key = ?, changes = ?, note = ? where id = ?");
        String subject = row.entry().subject().id();
        bound(
                        update,
                        List.of(
                                subject,
                                AuditRow.key(subject),
                                row.otherId(),
                                AuditRow.key(row.otherId()),
                                ChangeText.of(row.entry().changes()),
                                row.entry().note(),
                                row.entry().id()))
                .executeUpdate();
    }

    /**
     * Deletes the oldest.
     *
     * @return how many
     */
    static int delete(String before, int most, EntityManager entities) {
        List<?> oldest = entities.createNativeQuery("select id from audit_entry where id < ? order by id limit ?")
                .setParameter(1, before)
                .setParameter(2, most)
                .getResultList();
        Set<String> ids = oldest.stream().map(String.class::cast).collect(Collectors.toSet());
        int deleted = 0;
        for (List<String> some : Portions.of(ids)) {
            Query delete =
                    entities.createNativeQuery("delete from audit_entry where id in (" + marks(some.size()) + ")");
            deleted += bound(delete, List.copyOf(some)).executeUpdate();
        }
        return deleted;
    }

    static Query bound(Query query, List<?> values) {
        for (int at = 0; at < values.size(); at++) {
            query.setParameter(at + 1, values.get(at));
        }
        return query;
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
