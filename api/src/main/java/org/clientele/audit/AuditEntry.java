package org.clientele.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.field.Fields;

/**
 * A change that was to be made, and what became of it. A password stands nowhere: its field is named, its values are not.
 *
 * @param id newer entries have greater ones
 * @param at when it was to be done, in whole milliseconds
 * @param actor who wanted it, and from where
 * @param subject what the change is about
 * @param other what the subject gets related to, or its new id; empty if the change is about the subject alone
 * @param source the slot of the source that was to be changed, empty if that is the directory's own store
 * @param changes the values; of an addition, those that were given; a value of more than some thousand characters is cut
 * @param note what there is to say about the outcome, in English, mostly empty
 */
public record AuditEntry(
        String id,
        Instant at,
        Actor actor,
        AuditAction action,
        AuditSubject subject,
        Optional<AuditSubject> other,
        String source,
        List<AuditChange> changes,
        AuditOutcome outcome,
        String note) {

    public AuditEntry {
        changes = List.copyOf(changes);
    }

    /**
     * The same for who must not read what is written about people: each personal value is replaced by a mark. Personal is
     * what a field or a preference of a customer user says, except for the validity.
     */
    public AuditEntry withoutPersonalValues(String mark) {
        return new AuditEntry(
                id,
                at,
                actor,
                action,
                subject,
                other,
                source,
                changes.stream()
                        .map(change -> isPersonal(change) ? change.marked(mark) : change)
                        .toList(),
                outcome,
                note);
    }

    private boolean isPersonal(AuditChange change) {
        return switch (action) {
            case PERMISSIONS, ASSIGNMENT, ADD_FIELD -> false;
            case ADD, UPDATE, RENAME, PREFERENCE, ANONYMISE, EXPORT ->
                subject.entity() == AuditEntity.CUSTOMER_USER && !change.field().equals(Fields.VALIDITY);
        };
    }
}
