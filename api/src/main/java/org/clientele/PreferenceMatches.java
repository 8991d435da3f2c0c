package org.clientele;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The customer users that have a preference.
 *
 * @param values the value by login as stored, in the order of the logins
 * @param more whether there are more than were answered
 * @param sources what became of the sources that were asked whether their customer users still exist; those of a source that
 *     did not answer are left out
 */
public record PreferenceMatches(Map<String, String> values, boolean more, List<SourceReport> sources) {
    public PreferenceMatches {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        sources = List.copyOf(sources);
    }
}
