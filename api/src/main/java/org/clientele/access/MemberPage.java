package org.clientele.access;

import java.util.List;
import java.util.Optional;
import org.clientele.SourceReport;

/**
 * A page of the members of a group.
 *
 * @param members in the order of their lower-case logins; a page may have fewer than were asked for, even none, and not be the
 *     last
 * @param next the cursor for the next page, empty if this is the last
 * @param sources what became of the sources of customer users that were asked
 * @param incomplete whether a source could not be asked on this page, so that members may be missing
 */
public record MemberPage(List<Member> members, Optional<String> next, List<SourceReport> sources, boolean incomplete) {

    public MemberPage {
        members = List.copyOf(members);
        sources = List.copyOf(sources);
    }
}
