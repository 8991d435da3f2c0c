package org.clientele.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A row of {@code source_answered}: a source that has answered at least once. */
@Entity
@Table(name = "source_answered")
class AnsweredSource {

    @Id
    @Column(name = "source_id")
    private String sourceId = "";

    @Column(name = "first_answered_at")
    @Convert(converter = InstantAsMilliseconds.class)
    private Instant firstAnsweredAt = Instant.EPOCH;

    /** For JPA. */
    AnsweredSource() {}

    AnsweredSource(String sourceId, Instant firstAnsweredAt) {
        this.sourceId = sourceId;
        this.firstAnsweredAt = firstAnsweredAt;
    }
}
