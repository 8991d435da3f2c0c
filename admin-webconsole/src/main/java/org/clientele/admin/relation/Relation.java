package org.clientele.admin.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.admin.text.Words;

/** What can stand between the entries of two sides. What stands between two is a set of marks: the keys of columns. */
interface Relation {

    /** The side whose entries have or belong. */
    Side left();

    /** The side of what they have or belong to. */
    Side right();

    /** The columns of the matrix. */
    List<Block> blocks(Words words);

    /** What stands between one of the left and some of the right, by the id of the right; nothing may be missing. */
    Map<String, Set<String>> ofLeft(Entry left, List<Entry> rights) throws DirectoryException;

    /** What stands between one of the right and some of the left, by the id of the left; nothing may be missing. */
    Map<String, Set<String>> ofRight(Entry right, List<Entry> lefts) throws DirectoryException;

    /** What holds between two in any case. */
    Optional<Settled> settled(Entry left, Entry right);

    /**
     * Makes changes, each whole or not at all, and leaves those out for which somebody else was quicker.
     *
     * @param actor who does it
     * @return those that were made
     */
    List<RelationChange> change(List<RelationChange> changes, Actor actor) throws DirectoryException;

    /** Sentences about the relation as a whole. */
    List<String> notices(Words words);
}
