package org.clientele.store;

import java.time.Instant;

/** Who writes, and when. */
record Signature(Instant at, String by) {

    private static final int LONGEST_NAME = 100;

    /** A name that is longer than the column is cut: nobody is kept from his work by it. */
    static Signature of(String actor) {
        String by = actor.codePointCount(0, actor.length()) <= LONGEST_NAME
                ? actor
                : actor.substring(0, actor.offsetByCodePoints(0, LONGEST_NAME));
        return new Signature(OwnerReferences.now(), by);
    }
}
