package org.clientele.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.clientele.access.Permission;
import org.clientele.spi.store.StoredPermissions.Kind;
import org.clientele.spi.store.StoredPermissions.RowChange;

/** Changes of permissions within one transaction: locks the references, looks at what they have, writes what differs. */
final class PermissionChanges {

    private final EntityManager entities;
    private final Map<Cell, Map<Permission, GivenPermission>> stored = new HashMap<>();

    private PermissionChanges(EntityManager entities) {
        this.entities = entities;
    }

    /** What one reference has in one group. */
    private record Cell(Kind kind, long reference, long group) {
        static Cell of(RowChange change) {
            return new Cell(change.kind(), change.reference(), change.group());
        }
    }

    /** Makes those that find what they expect; a cell that several name has for each what the one before left. */
    static List<RowChange> make(List<RowChange> changes, Signature signature, EntityManager entities) {
        PermissionChanges cells = new PermissionChanges(entities);
        cells.read(changes);
        List<RowChange> made = new ArrayList<>();
        Map<Cell, Set<Permission>> now = new HashMap<>();
        cells.stored.forEach((cell, rows) -> now.put(cell, rows.keySet()));
        for (RowChange change : changes) {
            if (change.before().equals(now.get(Cell.of(change)))) {
                now.put(Cell.of(change), change.after());
                made.add(change);
            }
        }
        now.forEach((cell, permissions) -> cells.write(cell, permissions, signature));
        return made;
    }

    /** Knows the cells of references and groups that exist, and no others. */
    private void read(List<RowChange> changes) {
        Set<Long> persons = lock(Kind.CUSTOMER_USER, changes);
        Set<Long> customers = lock(Kind.CUSTOMER, changes);
        Set<Long> groups = existing(changes);
        for (RowChange change : changes) {
            Set<Long> references = change.kind() == Kind.CUSTOMER ? customers : persons;
            if (groups.contains(change.group()) && references.contains(change.reference())) {
                stored.put(Cell.of(change), new HashMap<>());
            }
        }
        read(Kind.CUSTOMER_USER, groups, persons);
        read(Kind.CUSTOMER, groups, customers);
    }

    private void read(Kind kind, Set<Long> groups, Set<Long> references) {
        if (groups.isEmpty() || references.isEmpty()) {
            return;
        }
        for (GivenPermission row : PermissionTable.of(kind).in(groups, references, entities)) {
            Map<Permission, GivenPermission> cell = stored.get(new Cell(kind, row.reference(), row.group()));
            if (cell != null) {
                cell.put(row.permission(), row);
            }
        }
    }

    private Set<Long> lock(Kind kind, List<RowChange> changes) {
        Set<Long> ids = new HashSet<>();
        changes.stream().filter(change -> change.kind() == kind).forEach(change -> ids.add(change.reference()));
        return PermissionTable.of(kind).lock(ids, entities);
    }

    private Set<Long> existing(List<RowChange> changes) {
        Set<Long> groups = new HashSet<>();
        changes.forEach(change -> groups.add(change.group()));
        return Set.copyOf(entities.createQuery("select g.id from StoredGroup g where g.id in :groups", Long.class)
                .setParameter("groups", groups)
                .getResultList());
    }

    private void write(Cell cell, Set<Permission> wanted, Signature signature) {
        Map<Permission, GivenPermission> rows = stored.getOrDefault(cell, Map.of());
        rows.forEach((permission, row) -> {
            if (!wanted.contains(permission)) {
                entities.remove(row);
            }
        });
        PermissionTable table = PermissionTable.of(cell.kind());
        wanted.stream()
                .filter(permission -> !rows.containsKey(permission))
                .forEach(permission ->
                        entities.persist(table.row(cell.reference(), cell.group(), permission, signature)));
    }
}
