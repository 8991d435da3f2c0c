package org.clientele;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A record to add.
 *
 * @param source the slot that shall keep it
 * @param fields one value per variable of the source's map; a missing one is empty. The password is not among them
 * @param password the password, empty for none: a caller that wants one to be generated does so, see
 *     {@link Password#generate}
 * @param actor who does it
 */
public record Addition(String source, Map<String, String> fields, Optional<Password> password, Actor actor) {
    public Addition {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
