package org.clientele.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.MappedSuperclass;

/** A row that says who made it, and when. */
@MappedSuperclass
abstract class SignedRow {

    @Column(name = "created_at")
    @Convert(converter = InstantAsMilliseconds.class)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by")
    private String createdBy = "";

    /** For JPA. */
    SignedRow() {}

    SignedRow(Signature created) {
        createdAt = created.at();
        createdBy = created.by();
    }
}
