package org.clientele.store;

import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import org.clientele.access.Context;
import org.clientele.access.Permission;
import org.clientele.spi.store.StoredPermissions.Row;

/** A permission that a customer user or a customer was given in a group. */
@MappedSuperclass
abstract class GivenPermission extends SignedRow {

    @Id
    @Column(name = "group_id")
    private long group;

    @Id
    @Column(name = "type")
    private String type = "";

    /** For JPA. */
    GivenPermission() {}

    GivenPermission(long group, Permission permission, Signature created) {
        super(created);
        this.group = group;
        this.type = permission.type();
    }

    abstract long reference();

    long group() {
        return group;
    }

    abstract Context context();

    Permission permission() {
        return new Permission(context(), type);
    }

    Row row() {
        return new Row(reference(), group, permission());
    }
}
