package org.clientele.admin.list;

import java.util.List;
import org.clientele.Validity;

/**
 * What became of records whose validity was to be changed.
 *
 * @param changed those that were changed, with what they were before
 * @param same how many were so already
 * @param refused those that were not changed, with the reason
 * @param notReached how many were not tried, because a source went away
 * @param takenBack whether this took back what was done before
 */
record ValidityResult(List<Changed> changed, int same, List<Refused> refused, int notReached, boolean takenBack) {

    /** A record that was changed. */
    record Changed(String id, Validity before, Validity after) {}

    /** A record that was not. */
    record Refused(String id, String message) {}

    ValidityResult {
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
    }
}
