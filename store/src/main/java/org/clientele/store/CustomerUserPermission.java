package org.clientele.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.clientele.access.Context;
import org.clientele.access.Permission;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_user_permission}. It has no context: a person's permissions are about his own customer. */
@Entity
@Table(name = "customer_user_permission")
@IdClass(CustomerUserPermission.Key.class)
class CustomerUserPermission extends GivenPermission {

    @Id
    @Column(name = "ref_id")
    private long reference;

    /** For JPA. */
    CustomerUserPermission() {}

    CustomerUserPermission(long reference, long group, Permission permission, Signature created) {
        super(group, permission, created);
        if (permission.context() != Context.SAME_CUSTOMER) {
            throw new IllegalArgumentException("Customer users have no permissions in another context.");
        }
        this.reference = reference;
    }

    @Override
    long reference() {
        return reference;
    }

    @Override
    Context context() {
        return Context.SAME_CUSTOMER;
    }

    /** The primary key. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long reference;
        private long group;
        private String type = "";

        /** For JPA. */
        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same
                    && same.reference == reference
                    && same.group == group
                    && same.type.equals(type);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reference, group, type);
        }
    }
}
