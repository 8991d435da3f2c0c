package org.clientele.admin.relation;

import java.util.List;

/**
 * What came of a form.
 *
 * @param relation the label of the screens
 * @param made the changes that were made
 * @param leftOut those for which somebody else was quicker
 * @param takenBack whether they take earlier ones back
 */
record Saved(String relation, List<RelationChange> made, List<RelationChange> leftOut, boolean takenBack) {
    Saved {
        made = List.copyOf(made);
        leftOut = List.copyOf(leftOut);
    }
}
