package org.clientele.access;

import java.util.Set;

/**
 * What a holder has in a group after a change, and what before.
 *
 * @param holder who
 * @param group the id of the group
 * @param before what the holder has, as far as the one who asks knows; in an answer, what he had
 * @param after what the holder shall have; in an answer, what he has. With {@code rw} in a context nothing else is kept in it
 */
public record PermissionChange(Holder holder, long group, Set<Permission> before, Set<Permission> after) {

    public PermissionChange {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }

    /** The change that takes this one back. */
    public PermissionChange undone() {
        return new PermissionChange(holder, group, after, before);
    }
}
