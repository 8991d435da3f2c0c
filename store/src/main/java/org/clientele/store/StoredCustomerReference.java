package org.clientele.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.CustomerReference.PendingRename;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "pending_key")
    private @Nullable String pendingKey;

    @Column(name = "pending_id")
    private @Nullable String pendingId;

    @Column(name = "pending_source")
    private @Nullable String pendingSource;

    @Column(name = "pending_by")
    private @Nullable String pendingBy;

    /** 0, or the id once the customer is known to be gone: only one reference of a customer ID has 0. */
    @Column(name = "gone")
    private long gone;

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

    /** The customer is no longer there; whoever gets the customer ID is another one. */
    void depart() {
        gone = id;
        abandonRename();
    }

    /** Notes a rename, unless another one is not finished. */
    void rename(String spelling, PendingRename to) {
        if (pendingKey == null) {
            customerId = spelling;
            pendingKey = to.key();
            pendingId = to.customerId();
            pendingSource = to.sourceId();
            pendingBy = Signature.of(to.actor()).by();
        }
    }

    boolean isPending(PendingRename to) {
        return to.key().equals(pendingKey) && to.customerId().equals(pendingId);
    }

    void finishRename() {
        if (pendingKey != null && pendingId != null) {
            key = pendingKey;
            customerId = pendingId;
        }
        abandonRename();
    }

    void abandonRename() {
        pendingKey = null;
        pendingId = null;
        pendingSource = null;
        pendingBy = null;
    }

    CustomerReference reference() {
        return new CustomerReference(id, key, customerId, pending());
    }

    private Optional<PendingRename> pending() {
        return pendingKey == null || pendingId == null || pendingSource == null || pendingBy == null
                ? Optional.empty()
                : Optional.of(new PendingRename(pendingKey, pendingId, pendingSource, pendingBy));
    }
}
