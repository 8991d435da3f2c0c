package org.clientele.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.clientele.access.Permission;
import org.clientele.spi.store.StoredPermissions.Kind;

/** Where the permissions of one kind of references are kept. */
enum PermissionTable {
    OF_CUSTOMER_USERS(CustomerUserPermission.class, OwnerReference.class),
    OF_CUSTOMERS(CustomerPermission.class, StoredCustomerReference.class);

    private final Class<? extends GivenPermission> rows;
    private final Class<? extends Numbered> references;

    PermissionTable(Class<? extends GivenPermission> rows, Class<? extends Numbered> references) {
        this.rows = rows;
        this.references = references;
    }

    static PermissionTable of(Kind kind) {
        return switch (kind) {
            case CUSTOMER_USER -> OF_CUSTOMER_USERS;
            case CUSTOMER -> OF_CUSTOMERS;
        };
    }

    /** A row that is not stored yet. */
    GivenPermission row(long reference, long group, Permission permission, Signature created) {
        return switch (this) {
            case OF_CUSTOMER_USERS -> new CustomerUserPermission(reference, group, permission, created);
            case OF_CUSTOMERS -> new CustomerPermission(reference, group, permission, created);
        };
    }

    Set<Long> lock(Collection<Long> ids, EntityManager entities) {
        return ReferenceLocks.take(references, ids, entities);
    }

    List<? extends GivenPermission> of(Collection<Long> ids, EntityManager entities) {
        return select("p.reference in :references", entities)
                .setParameter("references", ids)
                .getResultList();
    }

    List<? extends GivenPermission> in(Collection<Long> groups, Collection<Long> ids, EntityManager entities) {
        return select("p.group in :groups and p.reference in :references", entities)
                .setParameter("groups", groups)
                .setParameter("references", ids)
                .getResultList();
    }

    private TypedQuery<? extends GivenPermission> select(String condition, EntityManager entities) {
        return entities.createQuery("select p from " + rows.getSimpleName() + " p where " + condition, rows);
    }
}
