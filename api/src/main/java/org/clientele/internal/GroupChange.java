package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditSubject;
import org.clientele.internal.Audit.Planned;

/** What is recorded of changes of groups. */
final class GroupChange {

    private GroupChange() {}

    static Planned addition(String name, String comment, Validity validity) {
        List<AuditChange> changes = new ArrayList<>();
        add(changes, "name", "", name);
        add(changes, "comment", "", comment);
        add(changes, "validity", "", validity.key());
        return Planned.of(AuditAction.ADD, AuditSubject.group(name), changes);
    }

    static Planned update(Group before, Group after) {
        List<AuditChange> changes = new ArrayList<>();
        add(changes, "name", before.name(), after.name());
        add(changes, "comment", before.comment(), after.comment());
        add(changes, "validity", before.validity().key(), after.validity().key());
        boolean renames = !before.name().equals(after.name());
        return new Planned(
                renames ? AuditAction.RENAME : AuditAction.UPDATE,
                AuditSubject.group(before.name()),
                Optional.of(AuditSubject.group(after.name())).filter(other -> renames),
                "",
                changes,
                Optional.empty());
    }

    private static void add(List<AuditChange> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new AuditChange(field, before, after));
        }
    }
}
