package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.Change;
import org.clientele.Password;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditSubject;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.internal.Audit.Planned;
import org.clientele.internal.LookUp.Hit;

/** What is recorded of additions and changes of records of one kind. */
final class RecordAudit {
    private final SlotKind kind;
    private final Audit audit;

    RecordAudit(SlotKind kind, Audit audit) {
        this.kind = kind;
        this.audit = audit;
    }

    Recording addition(String id, AskedSource source, Map<String, String> values, Addition addition) {
        List<AuditChange> changes = new ArrayList<>();
        values.forEach((variable, value) -> {
            if (!value.isEmpty()) {
                changes.add(change(source, variable, "", value));
            }
        });
        addPassword(changes, addition.password());
        Planned planned = new Planned(
                AuditAction.ADD, subject(id), Optional.empty(), addition.source(), changes, Optional.empty());
        return audit.recording(addition.actor(), List.of(planned));
    }

    /** @param values those that are changed */
    Recording update(Hit hit, AskedSource source, Map<String, String> values, Change change) {
        String id = hit.record().id();
        List<AuditChange> changes = new ArrayList<>();
        values.forEach((variable, value) -> {
            String before = variable.equals(kind.idVariable()) ? id : RecordValues.of(hit.record(), variable);
            changes.add(change(source, variable, before, value));
        });
        addPassword(changes, change.password());
        String newId = values.getOrDefault(kind.idVariable(), id);
        boolean renames = !newId.equals(id);
        Planned planned = new Planned(
                renames ? AuditAction.RENAME : AuditAction.UPDATE,
                subject(id),
                Optional.of(subject(newId)).filter(other -> renames),
                hit.slot().name(),
                changes,
                Optional.empty());
        return audit.recording(change.actor(), List.of(planned));
    }

    private AuditSubject subject(String id) {
        return kind == SlotKind.CUSTOMER_USER ? AuditSubject.customerUser(id) : AuditSubject.customer(id);
    }

    /** A password is told under no name: nor one that a map writes to the same place. */
    private static AuditChange change(AskedSource source, String variable, String before, String after) {
        boolean secret = Fields.isPassword(Field.named(variable))
                || source.fields().stream()
                        .filter(field -> field.variable().equals(variable))
                        .anyMatch(field -> isSecret(field, source.fields()));
        return secret ? AuditChange.secret(variable) : new AuditChange(variable, before, after);
    }

    private static boolean isSecret(Field field, List<Field> fields) {
        return fields.stream()
                .filter(Fields::isPassword)
                .anyMatch(password -> password.storage().equalsIgnoreCase(field.storage()));
    }

    private static void addPassword(List<AuditChange> changes, Optional<Password> password) {
        boolean named = changes.stream().anyMatch(change -> change.field().equals(Fields.PASSWORD));
        if (password.isPresent() && !named) {
            changes.add(AuditChange.secret(Fields.PASSWORD));
        }
    }

    /** Records that a rename was finished that somebody left unfinished. */
    static void finished(
            Audit audit, Actor actor, AuditSubject former, AuditSubject renamed, String slot, String note) {
        Planned planned =
                new Planned(AuditAction.RENAME, former, Optional.of(renamed), slot, List.of(), Optional.empty());
        audit.record(actor, planned, finishedLater(note));
    }

    static String finishedLater(String note) {
        return ("finished later " + note).strip();
    }

    /** What became of the customer users of a renamed customer, in words; nothing of sources that have none. */
    static String note(List<MovedCustomerUsers> moved) {
        return moved.stream()
                .filter(source -> source.number() > 0 || source.rest() != MovedCustomerUsers.Rest.NONE)
                .map(source -> source.source() + ": " + source.number() + " moved" + rest(source.rest()))
                .collect(Collectors.joining("; "));
    }

    private static String rest(MovedCustomerUsers.Rest rest) {
        return switch (rest) {
            case NONE -> "";
            case READ_ONLY -> ", the source takes no changes for the others";
            case REFUSED -> ", the others were refused";
            case UNFINISHED -> ", the others follow";
            case UNKNOWN -> ", it is not known whether there are others";
        };
    }
}
