package org.clientele.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.Password;

/**
 * A record to add to a source.
 *
 * @param id the login or customer ID
 * @param fields one value per variable of the map, in its order; a missing variable is empty; the id is among them
 * @param password the password, empty for none
 * @param actor who adds it, for audit columns
 */
public record NewRecord(String id, Map<String, String> fields, Optional<Password> password, String actor) {
    public NewRecord {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
