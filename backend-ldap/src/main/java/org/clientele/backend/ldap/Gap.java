package org.clientele.backend.ldap;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That an answer lacks something.
 *
 * @param why for people, what follows after a colon
 */
record Gap(Kind kind, String why) {

    /** What an answer lacks, the least harmful first. */
    enum Kind {
        /** What another server has that the configuration does not let us ask. It is not part of the source. */
        ELSEWHERE,
        /** What another server has that should have been asked, but could not be. */
        UNREACHED,
        /** What the server kept back because of a limit. */
        LIMIT
    }

    /** Whether something is missing that belongs to the source. */
    boolean isLoss() {
        return kind != Kind.ELSEWHERE;
    }

    /** The more harmful of two. */
    static Optional<Gap> worse(Optional<Gap> one, Optional<Gap> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.comparing(Gap::kind));
    }
}
