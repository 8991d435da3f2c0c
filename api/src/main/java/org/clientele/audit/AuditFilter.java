package org.clientele.audit;

import java.time.Instant;
import java.util.Optional;
import org.clientele.Actor.Door;

/**
 * Which entries are wanted: those that meet every condition that there is.
 *
 * @param entity the kind of the subject, or of the other one
 * @param id of the subject, or of the other one, compared without regard to case
 * @param actor compared exactly
 * @param from not before this
 * @param to before this
 */
public record AuditFilter(
        Optional<AuditEntity> entity,
        Optional<String> id,
        Optional<String> actor,
        Optional<Door> door,
        Optional<AuditAction> action,
        Optional<AuditOutcome> outcome,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** All entries. */
    public static final AuditFilter ALL = new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The entries that have to do with something. */
    public static AuditFilter about(AuditSubject subject) {
        return new AuditFilter(
                Optional.of(subject.entity()),
                Optional.of(subject.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with a condition for the actor, or without. */
    public AuditFilter by(Optional<String> name) {
        return new AuditFilter(entity, id, name, door, action, outcome, from, to);
    }
}
