package org.clientele.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_assignment}: a customer that was assigned to a customer user. */
@Entity
@Table(name = "customer_assignment")
@IdClass(StoredAssignment.Key.class)
class StoredAssignment extends SignedRow {

    @Id
    @Column(name = "ref_id")
    private long reference;

    @Id
    @Column(name = "customer_ref_id")
    private long customer;

    /** For JPA. */
    StoredAssignment() {}

    StoredAssignment(Key key, Signature created) {
        super(created);
        this.reference = key.reference;
        this.customer = key.customer;
    }

    Key key() {
        return new Key(reference, customer);
    }

    /** The primary key. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long reference;
        private long customer;

        /** For JPA. */
        Key() {}

        Key(long reference, long customer) {
            this.reference = reference;
            this.customer = customer;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same && same.reference == reference && same.customer == customer;
        }

        @Override
        public int hashCode() {
            return Objects.hash(reference, customer);
        }
    }
}
