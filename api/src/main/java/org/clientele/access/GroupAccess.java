package org.clientele.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody may do in a group.
 *
 * @param group the group
 * @param types the reasons by permission type, in the configured order of the types; types that he does not have are missing, and
 *     there is at least one
 */
public record GroupAccess(Group group, Map<String, List<Reason>> types) {

    public GroupAccess {
        Map<String, List<Reason>> copy = new LinkedHashMap<>();
        types.forEach((type, reasons) -> copy.put(type, List.copyOf(reasons)));
        types = Collections.unmodifiableMap(copy);
    }
}
