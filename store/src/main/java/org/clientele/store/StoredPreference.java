package org.clientele.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.clientele.spi.OrderKey;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_user_preference}. */
@Entity
@Table(name = "customer_user_preference")
@IdClass(StoredPreference.Key.class)
class StoredPreference {

    @Id
    @Column(name = "ref_id")
    private long reference;

    @Id
    @Column(name = "pref_key")
    private String key = "";

    @Column(name = "pref_value")
    private String value = "";

    /** The value in lower case, for searches. */
    @Column(name = "value_key")
    private String valueKey = "";

    /** For JPA. */
    StoredPreference() {}

    StoredPreference(long reference, String key) {
        this.reference = reference;
        this.key = key;
    }

    void set(String text) {
        value = text;
        valueKey = OrderKey.of(text);
    }

    String key() {
        return key;
    }

    String value() {
        return value;
    }

    /** The primary key. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long reference;
        private String key = "";

        /** For JPA. */
        Key() {}

        Key(long reference, String key) {
            this.reference = reference;
            this.key = key;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same && same.reference == reference && same.key.equals(key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reference, key);
        }
    }
}
