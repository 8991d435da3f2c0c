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

/** A row of {@code customer_permission}. */
@Entity
@Table(name = "customer_permission")
@IdClass(CustomerPermission.Key.class)
class CustomerPermission extends GivenPermission {

    @Id
    @Column(name = "customer_ref_id")
    private long reference;

    @Id
    @Column(name = "context")
    private String context = "";

    /** For JPA. */
    CustomerPermission() {}

    CustomerPermission(long reference, long group, Permission permission, Signature created) {
        super(group, permission, created);
        this.reference = reference;
        this.context = permission.context().key();
    }

    @Override
    long reference() {
        return reference;
    }

    @Override
    Context context() {
        return Context.of(context).orElseThrow(() -> new IllegalStateException("No context is called " + context));
    }

    /** The primary key. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long reference;
        private long group;
        private String context = "";
        private String type = "";

        /** For JPA. */
        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same
                    && same.reference == reference
                    && same.group == group
                    && same.context.equals(context)
                    && same.type.equals(type);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reference, group, context, type);
        }
    }
}
