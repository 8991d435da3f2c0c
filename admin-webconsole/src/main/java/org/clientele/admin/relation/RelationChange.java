package org.clientele.admin.relation;

import java.util.Set;

/**
 * What stands between two after a change, and what before.
 *
 * @param left the customer user or customer
 * @param right the customer or group
 * @param before the marks before
 * @param after the marks afterwards
 */
record RelationChange(Entry left, Entry right, Set<String> before, Set<String> after) {
    RelationChange {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }

    RelationChange undone() {
        return new RelationChange(left, right, /* before= */ after, /* after= */ before);
    }
}
