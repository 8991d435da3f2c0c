package org.clientele;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A change to a record: exactly the named fields, no others.
 *
 * @param id the login or customer ID of the record
 * @param fields the new value of each field that changes; {@code ""} empties a field
 * @param password a new password, empty to keep the old one
 * @param version the {@link DirectoryEntry#version} on which the change is based: if the record was changed since, the
 *     change is refused as stale; empty to change it whatever it is
 * @param actor who does it
 */
public record Change(
        String id, Map<String, String> fields, Optional<Password> password, Optional<String> version, Actor actor) {
    public Change {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
