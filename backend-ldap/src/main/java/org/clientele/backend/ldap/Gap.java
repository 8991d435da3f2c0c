package org.clientele.backend.ldap;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.Finding;

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
        /** Members of {@code groupDn} beyond what is read of groups. */
        MEMBERS,
        /** What the server kept back because of a limit. */
        LIMIT
    }

    /** Whether something is missing that belongs to the source. */
    boolean isLoss() {
        return kind != Kind.ELSEWHERE;
    }

    /** What to do about it; empty where a finding of its own says so. */
    Optional<Finding> finding() {
        return switch (kind) {
            case ELSEWHERE, MEMBERS -> Optional.empty();
            case UNREACHED ->
                Optional.of(Finding.warning(
                        "referralHosts",
                        "lists lack what is on another server: " + why
                                + "; see that it runs, or take it out of referralHosts"));
            case LIMIT ->
                Optional.of(Finding.warning(
                        "userDn",
                        "gets longer lists cut by the server: " + why
                                + "; let this account read more there (OpenLDAP: limits … size=unlimited"
                                + " size.prtotal=unlimited; 389 Directory Server: nsLookThroughLimit and nsSizeLimit"
                                + " -1 in its entry)"));
        };
    }

    /** The more harmful of two. */
    static Optional<Gap> worse(Optional<Gap> one, Optional<Gap> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.comparing(Gap::kind));
    }
}
