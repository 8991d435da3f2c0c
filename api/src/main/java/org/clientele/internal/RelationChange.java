package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Context;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditSubject;
import org.clientele.internal.Audit.Planned;

/** What is recorded of changes of permissions and assignments. */
final class RelationChange {

    private RelationChange() {}

    /** A change for each context, whose values are the types of permissions. */
    static Planned permissions(
            Holder holder, String group, Set<Permission> before, Set<Permission> after, long reference) {
        List<AuditChange> changes = new ArrayList<>();
        for (Context context : Context.values()) {
            String had = types(before, context);
            String has = types(after, context);
            if (!had.equals(has)) {
                changes.add(new AuditChange("permissions." + context.key(), had, has));
            }
        }
        boolean person = holder instanceof Holder.CustomerUser;
        return new Planned(
                AuditAction.PERMISSIONS,
                person ? AuditSubject.customerUser(holder.id()) : AuditSubject.customer(holder.id()),
                Optional.of(AuditSubject.group(group)),
                "",
                changes,
                Optional.of(reference).filter(any -> person));
    }

    private static String types(Set<Permission> permissions, Context context) {
        return permissions.stream()
                .filter(permission -> permission.context() == context)
                .map(Permission::type)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static Planned assignment(String login, String customerId, boolean assigned, long reference) {
        AuditChange change = new AuditChange("assigned", assigned ? "" : "1", assigned ? "1" : "");
        return new Planned(
                AuditAction.ASSIGNMENT,
                AuditSubject.customerUser(login),
                Optional.of(AuditSubject.customer(customerId)),
                "",
                List.of(change),
                Optional.of(reference));
    }
}
