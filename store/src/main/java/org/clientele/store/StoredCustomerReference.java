package org.clientele.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import org.clientele.spi.store.CustomerReference;

/** A row of {@code customer_ref}: what everything that hangs on a customer refers to. Never deleted. */
@Entity
@Table(name = "customer_ref")
class StoredCustomerReference implements Numbered {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "customer_ref")
    @TableGenerator(
            name = "customer_ref",
            table = "clientele_sequence",
            pkColumnName = "name",
            valueColumnName = "last_id",
            pkColumnValue = "customer_ref",
            allocationSize = 50)
    private long id;

    @Column(name = "customer_key")
    private String key = "";

    @Column(name = "customer_id")
    private String customerId = "";

    @Column(name = "created_at")
    @Convert(converter = InstantAsMilliseconds.class)
    private Instant createdAt = Instant.EPOCH;

    /** For JPA. */
    StoredCustomerReference() {}

    StoredCustomerReference(String key, String customerId, Instant createdAt) {
        this.key = key;
        this.customerId = customerId;
        this.createdAt = createdAt;
    }

    @Override
    public long id() {
        return id;
    }

    CustomerReference reference() {
        return new CustomerReference(id, key, customerId);
    }
}
