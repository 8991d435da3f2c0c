package org.clientele.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.Password;

/**
 * A change to one record of a source.
 *
 * @param id the login or customer ID as stored
 * @param fields old and new value of each field to change, by variable; never the id, never the password
 * @param password a new password, empty to keep the old one
 * @param actor who changes it, for audit columns
 */
public record RecordChange(String id, Map<String, Values> fields, Optional<Password> password, String actor) {
    public RecordChange {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * A value before and after the change; {@code ""} stands for an empty field, however the storage keeps that.
     *
     * @param before the value that the storage must still have
     * @param after the value to store
     */
    public record Values(String before, String after) {}
}
