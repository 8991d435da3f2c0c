package org.clientele.internal;

import static org.clientele.SourceDrafts.KEPT;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.Finding;

/**
 * What a draft may take over of the configuration that is stored: secrets that whoever edits it does not see, and placeholders.
 * They go where they went before or nowhere: the server in a draft may be anybody's.
 */
final class StoredValues {
    /** What the container adds to a configuration, and a draft does not bring. */
    private static final Pattern ADDED = Pattern.compile("(service|felix|component|org\\.apache\\.(karaf|felix))\\..*");

    /** A password within another value, such as an address. */
    private static final Pattern WITHIN = Pattern.compile(
            "(?i)(password|passwd|passphrase|pwd|pw|secret|token)\\s*=" + "|//[^/?;@:]*:[^?;]*@|:oracle:[^@]*/[^@]*@");

    private final Map<String, String> stored;
    private final Set<String> deciding;

    /**
     * @param stored nothing where a draft is the first of its slot
     * @param deciding the keys that decide who gets secrets; empty if any may
     */
    StoredValues(Map<String, Object> stored, Set<String> deciding) {
        this.stored = texts(stored);
        this.deciding = deciding;
    }

    /**
     * A draft with what is stored.
     *
     * @param taken the keys of the stored secrets and placeholders that it keeps
     * @param faults what keeps it from being tested, in order of keys
     */
    record Completed(Map<String, Object> properties, Set<String> taken, List<Finding> faults) {}

    /** All values as they may be shown. */
    Map<String, String> shown() {
        Map<String, String> shown = new HashMap<>(stored);
        shown.replaceAll((key, value) -> isHidden(key) ? KEPT : value);
        return shown;
    }

    /** Puts stored values where the draft keeps them. */
    Completed complete(Map<String, Object> draft) {
        Map<String, Object> properties = new HashMap<>(draft);
        properties.keySet().removeIf(key -> ADDED.matcher(key).matches());
        Map<String, String> faults = new TreeMap<>();
        Set<String> taken = new TreeSet<>();
        texts(draft).forEach((key, value) -> {
            if (value.equals(KEPT) && isHidden(key)) {
                properties.put(key, stored.get(key));
                taken.add(key);
            } else if (value.contains(KEPT)) {
                faults.put(key, "is " + KEPT + ", and there is no stored value for which that stands; type the value");
            } else if (Placeholders.isIn(value)) {
                if (value.equals(stored.get(key))) {
                    taken.add(key);
                } else {
                    faults.put(
                            key,
                            "has a placeholder that the stored configuration does not have there; type the value, or test the"
                                    + " file with customer-user:test-source");
                }
            }
        });
        Set<String> moved = moved(texts(properties));
        if (!moved.isEmpty()) {
            String why = "is stored for another destination: " + String.join(", ", moved)
                    + " differ from the stored configuration; type the value for this one";
            taken.forEach(key -> faults.put(key, why));
        }
        return new Completed(
                properties,
                Set.copyOf(taken),
                faults.entrySet().stream()
                        .map(fault -> Finding.error(fault.getKey(), fault.getValue()))
                        .toList());
    }

    /** The keys by which secrets would go elsewhere. */
    private Set<String> moved(Map<String, String> draft) {
        Set<String> moved = new TreeSet<>();
        Stream.concat(stored.keySet().stream(), draft.keySet().stream())
                .filter(key -> deciding.isEmpty() || deciding.contains(key))
                .filter(key -> !Objects.equals(stored.get(key), draft.get(key)))
                .forEach(moved::add);
        return moved;
    }

    /** A placeholder is no secret, it only leads to one. */
    private boolean isHidden(String key) {
        String value = stored.getOrDefault(key, "");
        boolean placeholder = Placeholders.isMereName(value);
        return !value.isBlank()
                && !placeholder
                && (Placeholders.isSecret(key) || WITHIN.matcher(value).find());
    }

    private static Map<String, String> texts(Map<String, Object> properties) {
        Map<String, String> texts = new LinkedHashMap<>();
        properties.forEach((key, value) -> {
            if (!ADDED.matcher(key).matches()) {
                texts.put(key, Placeholders.text(value));
            }
        });
        return texts;
    }
}
