package org.clientele.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.clientele.spi.store.KeptPersons.KeptToken;
import org.clientele.spi.store.Tokens.Stored;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_user_token}. */
@Entity
@Table(name = "customer_user_token")
@IdClass(StoredToken.Key.class)
class StoredToken {

    @Id
    @Column(name = "ref_id")
    private long reference;

    @Id
    @Column(name = "purpose")
    private String purpose = "";

    @Column(name = "token_hash")
    private String hash = "";

    @Column(name = "expires_at")
    @Convert(converter = InstantAsMilliseconds.class)
    private Instant expiresAt = Instant.EPOCH;

    /** For JPA. */
    StoredToken() {}

    StoredToken(long reference, String purpose) {
        this.reference = reference;
        this.purpose = purpose;
    }

    void set(Stored token) {
        hash = token.hash();
        expiresAt = token.expiresAt();
    }

    Stored stored() {
        return new Stored(hash, expiresAt);
    }

    KeptToken described() {
        return new KeptToken(purpose, expiresAt);
    }

    /** The primary key. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long reference;
        private String purpose = "";

        /** For JPA. */
        Key() {}

        Key(long reference, String purpose) {
            this.reference = reference;
            this.purpose = purpose;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same && same.reference == reference && same.purpose.equals(purpose);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reference, purpose);
        }
    }
}
