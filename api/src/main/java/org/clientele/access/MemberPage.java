package org.clientele.access;

import java.util.List;
import java.util.Optional;

/**
 * A page of the members of a group.
 *
 * @param members in the order of their lower-case logins; a page may have fewer than were asked for, even none, and not be the
 *     last
 * @param next the cursor for the next page, empty if this is the last
 */
public record MemberPage(List<Member> members, Optional<String> next) {

    public MemberPage {
        members = List.copyOf(members);
    }
}
