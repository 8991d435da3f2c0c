package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.filter.OrNode;
import org.apache.directory.api.ldap.model.filter.PresenceNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.Deadline;

/** Reads the members of groups; those that the server tells in parts, part by part. For one call. */
final class MemberReader {
    private static final Collection<String> ATTRIBUTES =
            Stream.concat(Stream.of(Members.BY_LOGIN), Members.BY_DN.stream()).toList();

    /** Entries that have members. */
    static final ExprNode GROUPS =
            new OrNode(ATTRIBUTES.stream().<ExprNode>map(PresenceNode::new).toList());

    private final BoundConnection connection;
    private final Deadline deadline;
    private final Members members;

    /** @param members where they are collected */
    MemberReader(BoundConnection connection, Deadline deadline, Members members) {
        this.connection = connection;
        this.deadline = deadline;
        this.members = members;
    }

    /** Adds the members of those groups that a filter matches and that are wanted. */
    void read(LdapSearch groups, ExprNode filter, Predicate<Entry> wanted) throws SourceUnavailableException {
        List<MemberPart> parts = new ArrayList<>();
        Optional<Gap> gap = groups.all(connection, filter, ATTRIBUTES, deadline, group -> {
            if (wanted.test(group)) {
                parts.addAll(members.add(group));
            }
        });
        gap.filter(Gap::isLoss).ifPresent(loss -> members.cut());
        for (MemberPart part : parts) {
            follow(groups, part);
        }
    }

    private void follow(LdapSearch groups, MemberPart first) throws SourceUnavailableException {
        MemberPart part = first;
        Optional<String> rest = part.rest();
        while (rest.isPresent() && !members.isFull()) {
            MemberPart told = part;
            Optional<MemberPart> next = read(groups.at(part.group(), SearchScope.OBJECT), rest.get()).stream()
                    .filter(told::isFollowedBy)
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            part = next.get();
            rest = part.rest();
        }
        if (rest.isPresent()) {
            members.cut();
        }
    }

    private List<MemberPart> read(LdapSearch group, String attribute) throws SourceUnavailableException {
        List<MemberPart> parts = new ArrayList<>();
        group.all(
                connection,
                new PresenceNode("objectClass"),
                List.of(attribute),
                deadline,
                entry -> parts.addAll(members.add(entry)));
        return parts;
    }
}
