package org.clientele.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import javax.persistence.Query;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.clientele.spi.store.StoredAudit.Intent;

/**
 * The statements that write {@code audit_entry}, within a transaction. On its connection, for a batch is one round trip, and the
 * time that JPA takes for the values of a plain statement grows with their square.
 */
final class AuditStatements {

    private static final String INSERT =
            "insert into audit_entry (" + AuditRow.COLUMNS + ") values (" + marks(AuditRow.COUNT) + ")";
    private static final String REWRITE = "update audit_entry set subject_id = ?, subject_key = ?, other_id = ?,"
            + " other_key = ?, changes = ?, note = ? where id = ?";
    /** As everything else, see {@code persistence.xml}. */
    private static final int SECONDS = 4;

    private AuditStatements() {}

    static void intend(List<Intent> intents, EntityManager entities) {
        run(INSERT, intents.stream().map(intent -> AuditRow.of(intent).values()).toList(), entities);
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
            String person = conclusion.person().isPresent() ? ", person_id = ?" : "";
            run(
                    "update audit_entry set outcome = ?, note = ?" + person + " where id in (" + marks(ids.size())
                            + ")",
                    List.of(values),
                    entities);
        }
    }

    /** Writes what rows say about people anew. */
    static void rewrite(List<AuditRow> rows, EntityManager entities) {
        run(REWRITE, rows.stream().map(AuditStatements::rewritten).toList(), entities);
    }

    private static List<Object> rewritten(AuditRow row) {
        String subject = row.entry().subject().id();
        return List.of(
                subject,
                AuditRow.key(subject),
                row.otherId(),
                AuditRow.key(row.otherId()),
                ChangeText.of(row.entry().changes()),
                row.entry().note(),
                row.entry().id());
    }

    /**
     * Deletes the oldest.
     *
     * @return how many
     */
    static int delete(String before, int most, EntityManager entities) {
        Query oldest = entities.createNativeQuery("select id from audit_entry where id < ? order by id limit ?");
        List<?> ids = bound(oldest, List.of(before, most)).getResultList();
        run(
                "delete from audit_entry where id = ?",
                ids.stream().map(id -> List.<Object>of(id)).toList(),
                entities);
        return ids.size();
    }

    static Query bound(Query query, List<?> values) {
        IntStream.range(0, values.size()).forEach(at -> query.setParameter(at + 1, values.get(at)));
        return query;
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static void run(String sql, List<List<Object>> rows, EntityManager entities) {
        if (rows.isEmpty()) {
            return;
        }
        Connection connection = entities.unwrap(Connection.class);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(SECONDS);
            if (rows.size() == 1) {
                // PostgreSQL's driver keeps no plan for a batch of one
                set(rows.get(0), statement);
                statement.executeUpdate();
                return;
            }
            for (List<Object> row : rows) {
                set(row, statement);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static void set(List<Object> row, PreparedStatement statement) throws SQLException {
        for (int at = 0; at < row.size(); at++) {
            statement.setObject(at + 1, row.get(at));
        }
    }
}
