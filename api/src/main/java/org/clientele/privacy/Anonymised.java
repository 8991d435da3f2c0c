package org.clientele.privacy;

import java.util.List;

/**
 * What was anonymised.
 *
 * @param login the login from now on
 * @param source the slot of the source
 * @param record whether the record was wiped; not if its source takes no changes
 * @param erased what the directory kept of the person and has wiped
 * @param left what is still there, and why
 */
public record Anonymised(String login, String source, boolean record, KeptData erased, List<Obstacle> left) {
    public Anonymised {
        left = List.copyOf(left);
    }
}
