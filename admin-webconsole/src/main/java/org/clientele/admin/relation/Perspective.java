package org.clientele.admin.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.DirectoryException;

/**
 * A relation as it looks from one of its sides: what a matrix is about stands there, its rows are the other side.
 *
 * @param relation the relation
 * @param fromLeft from which side
 */
record Perspective(Relation relation, boolean fromLeft) {

    /** The side of what a matrix is about. */
    Side subjects() {
        return fromLeft ? relation.left() : relation.right();
    }

    /** The side of its rows. */
    Side rows() {
        return fromLeft ? relation.right() : relation.left();
    }

    Map<String, Set<String>> marks(Entry subject, List<Entry> rows) throws DirectoryException {
        return fromLeft ? relation.ofLeft(subject, rows) : relation.ofRight(subject, rows);
    }

    Optional<Settled> settled(Entry subject, Entry row) {
        return fromLeft ? relation.settled(subject, row) : relation.settled(row, subject);
    }

    RelationChange change(Entry subject, Entry row, Set<String> before, Set<String> after) {
        return fromLeft
                ? new RelationChange(subject, row, before, after)
                : new RelationChange(row, subject, before, after);
    }

    /** The prefix of the words for this view. */
    String words() {
        return fromLeft ? "left" : "right";
    }
}
