package org.clientele;

import java.util.Map;

/**
 * A configuration of a source that is not saved anywhere.
 *
 * @param factoryPid the back end, for example {@code org.clientele.backend.ldap}
 * @param instance the name of the instance, which is the slot for the back ends of Clientele; empty for none
 * @param properties the keys and values as ConfigAdmin would have them, a placeholder such as {@code $[secret:name]} as it stands
 */
public record SourceDraft(String factoryPid, String instance, Map<String, Object> properties) {
    public SourceDraft {
        properties = Map.copyOf(properties);
    }

    /** Without the values: some are secrets. */
    @Override
    public String toString() {
        return "SourceDraft[" + factoryPid + " " + instance + "]";
    }
}
