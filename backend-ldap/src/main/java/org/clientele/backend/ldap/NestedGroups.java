package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.AndNode;
import org.apache.directory.api.ldap.model.filter.EqualityNode;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.filter.OrNode;
import org.apache.directory.api.ldap.model.filter.PresenceNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;

/**
 * Follows groups that are members of groups, level by level: for lists down from {@code groupDn}, for look-ups up from a person.
 * A level costs one question for each hundred groups. A group that was met is not followed again, so circles end.
 */
final class NestedGroups {
    /** How many levels of groups below those of {@code groupDn} are followed. */
    static final int DEEPEST = 10;

    /** How many groups are followed for one answer. */
    static final int MOST_GROUPS = 1_000;

    /** How many names of groups are remembered to tell groups from people, for the sake of memory. */
    private static final int MOST_NAMES = 100_000;

    private static final int PER_FILTER = 100;

    private final Dn top;
    private final LdapSearch below;
    private final NamingContext context;

    /**
     * @param top {@code groupDn}
     * @param below below {@code groupDn}
     */
    NestedGroups(Dn top, LdapSearch below) {
        this.top = top;
        this.below = below;
        this.context = new NamingContext(top);
    }

    /** Adds the members of groups that are among the members. */
    void addMembers(BoundConnection connection, Deadline deadline, Members members, MemberReader reader)
            throws SourceUnavailableException {
        LdapSearch everywhere = everywhere(connection, deadline);
        Set<LdapName> followed = new HashSet<>();
        Set<LdapName> known = namesOfGroups(everywhere, connection, deadline, members);
        Set<LdapName> next = unread(known, members, followed);
        for (int level = 1; !next.isEmpty(); level++) {
            if (level > DEEPEST || followed.size() + next.size() > MOST_GROUPS) {
                members.cut();
                return;
            }
            followed.addAll(next);
            Set<LdapName> wanted = next;
            for (List<LdapName> some : inParts(next)) {
                ExprNode named =
                        new OrNode(some.stream().map(NestedGroups::named).toList());
                ExprNode filter = new AndNode(MemberReader.GROUPS, named);
                reader.read(
                        everywhere,
                        filter,
                        group -> name(group).filter(wanted::contains).isPresent());
            }
            next = unread(known, members, followed);
        }
    }

    /**
     * Whether memberships lead to {@code groupDn}.
     *
     * @param memberships which groups a person is in directly
     * @throws SourceUnavailableException also where it cannot be told within the limits
     */
    boolean leadFrom(BoundConnection connection, Deadline deadline, ExprNode memberships)
            throws SourceUnavailableException {
        LdapSearch everywhere = everywhere(connection, deadline);
        Optional<LdapName> goal = Members.name(top.getName());
        Set<LdapName> met = new HashSet<>();
        List<ExprNode> filters = List.of(memberships);
        for (int level = 0; !filters.isEmpty(); level++) {
            if (level > DEEPEST || met.size() > MOST_GROUPS) {
                throw new SourceUnavailableException(
                        Reason.REQUEST,
                        "Whether an entry is in groupDn was not found out: it is in more than " + MOST_GROUPS
                                + " groups, or more than " + DEEPEST + " levels of groups in groups deep");
            }
            Map<LdapName, String> above = groups(everywhere, filters, connection, deadline);
            if (above.keySet().stream()
                    .anyMatch(name -> goal.filter(name::startsWith).isPresent())) {
                return true;
            }
            above.keySet().removeIf(met::contains);
            met.addAll(above.keySet());
            filters = inParts(above.values()).stream().map(NestedGroups::having).toList();
        }
        return false;
    }

    private LdapSearch everywhere(BoundConnection connection, Deadline deadline) throws SourceUnavailableException {
        return below.at(context.of(connection, deadline), SearchScope.SUBTREE);
    }

    private static Set<LdapName> namesOfGroups(
            LdapSearch everywhere, BoundConnection connection, Deadline deadline, Members members)
            throws SourceUnavailableException {
        Set<LdapName> names = new HashSet<>();
        Optional<Gap> gap = everywhere.all(
                connection, MemberReader.GROUPS, List.of(SchemaConstants.NO_ATTRIBUTE), deadline, group -> {
                    if (names.size() < MOST_NAMES) {
                        name(group).ifPresent(names::add);
                    } else {
                        members.cut();
                    }
                });
        gap.filter(Gap::isLoss).ifPresent(loss -> members.cut());
        return names;
    }

    private static Set<LdapName> unread(Set<LdapName> known, Members members, Set<LdapName> followed) {
        return known.stream()
                .filter(members::contain)
                .filter(name -> !members.groups().contains(name) && !followed.contains(name))
                .collect(Collectors.toSet());
    }

    /** The groups that one of the filters matches, and their names as the server writes them; a few too many at most. */
    private static Map<LdapName, String> groups(
            LdapSearch everywhere, List<ExprNode> filters, BoundConnection connection, Deadline deadline)
            throws SourceUnavailableException {
        Map<LdapName, String> groups = new HashMap<>();
        for (ExprNode filter : filters) {
            Optional<Gap> gap =
                    everywhere.all(connection, filter, List.of(SchemaConstants.NO_ATTRIBUTE), deadline, group -> {
                        if (groups.size() <= MOST_GROUPS) {
                            name(group)
                                    .ifPresent(name ->
                                            groups.put(name, group.getDn().getName()));
                        }
                    });
            if (gap.filter(Gap::isLoss).isPresent()) {
                throw Faults.cut(gap.get(), "which groups an entry is in");
            }
        }
        return groups;
    }

    private static ExprNode having(List<String> members) {
        return new OrNode(members.stream()
                .flatMap(member -> Members.BY_DN.stream().map(attribute -> having(attribute, member)))
                .toList());
    }

    private static ExprNode having(String attribute, String member) {
        return new EqualityNode<String>(attribute, member);
    }

    /** Not every server finds an entry by its DN, but every one by what the DN begins with. */
    private static ExprNode named(LdapName group) {
        Rdn rdn = group.getRdn(group.size() - 1);
        return rdn.getValue() instanceof String value
                ? new EqualityNode<String>(rdn.getType(), value)
                : new PresenceNode(rdn.getType());
    }

    private static Optional<LdapName> name(Entry entry) {
        return Members.name(entry.getDn().getName());
    }

    private static <T> List<List<T>> inParts(Collection<T> all) {
        List<T> list = List.copyOf(all);
        return Stream.iterate(0, from -> from < list.size(), from -> from + PER_FILTER)
                .map(from -> list.subList(from, Math.min(list.size(), from + PER_FILTER)))
                .toList();
    }
}
