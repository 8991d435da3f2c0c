package org.clientele.admin.relation;

import java.util.Optional;

/**
 * That something holds between two whatever is stored, so that it is said instead of asked.
 *
 * @param block the number of the block of columns that it concerns
 * @param words the key of the sentence that says so
 */
record Settled(int block, String words) {
    /** The number of no block. */
    static final int NONE = -1;

    /** The number of the block that is settled, {@link #NONE} if none is. */
    static int block(Optional<Settled> settled) {
        return settled.map(Settled::block).orElse(NONE);
    }
}
