package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.filter.EqualityNode;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.filter.OrNode;
import org.apache.directory.api.ldap.model.filter.PresenceNode;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.spi.Deadline;

/**
 * Whose members alone exist: the group {@code groupDn} and the groups below it, or, where none is configured, everybody. For
 * any thread.
 */
final class Group {
    /** How many members a list can tell from others, for the sake of memory. */
    private static final int MOST_MEMBERS = 100_000;

    private static final Gap CUT = new Gap(Gap.Kind.LIMIT, "not all members of groupDn are known");

    private static final List<String> ATTRIBUTES =
            Stream.concat(Stream.of(Members.BY_LOGIN), Members.BY_DN.stream()).toList();

    private final Optional<LdapSearch> search;
    private volatile List<Finding> findings = List.of();

    /** @param search below {@code groupDn}; empty if everybody is a member */
    Group(Optional<LdapSearch> search) {
        this.search = search;
    }

    /** Hands entries to {@code taker} and tells what is lacking. */
    interface Entries {
        Optional<Gap> all(Consumer<Found> taker) throws SourceUnavailableException;
    }

    /** Of any number of entries the members, told apart by one question for who they are. */
    Optional<Gap> members(BoundConnection connection, Deadline deadline, Entries entries, Consumer<Found> taker)
            throws SourceUnavailableException {
        if (search.isEmpty()) {
            return entries.all(taker);
        }
        Members members = read(search.get(), connection, deadline);
        Optional<Gap> gap = entries.all(found -> {
            if (members.contain(found)) {
                taker.accept(found);
            }
        });
        return Gap.worse(gap, members.isCut() ? Optional.of(CUT) : Optional.empty());
    }

    /** Of the entries with one login the members; what that costs does not depend on the size of the group. */
    Optional<Gap> membersOfFew(BoundConnection connection, Deadline deadline, Entries entries, Consumer<Found> taker)
            throws SourceUnavailableException {
        if (search.isEmpty()) {
            return entries.all(taker);
        }
        List<Found> few = new ArrayList<>();
        Optional<Gap> gap = entries.all(few::add);
        for (Found found : few) {
            if (has(search.get(), connection, found, deadline)) {
                taker.accept(found);
            }
        }
        return gap;
    }

    /** What was noticed when the members were read last. */
    List<Finding> findings() {
        return findings;
    }

    /** Whether the server had no such entry, or hid it, when it was asked last. */
    boolean isMissing() {
        return search.filter(LdapSearch::isBaseMissing).isPresent();
    }

    private Members read(LdapSearch groups, BoundConnection connection, Deadline deadline)
            throws SourceUnavailableException {
        Members members = new Members(MOST_MEMBERS);
        ExprNode anybody =
                new OrNode(ATTRIBUTES.stream().<ExprNode>map(PresenceNode::new).toList());
        groups.all(connection, anybody, ATTRIBUTES, deadline, members::add)
                .filter(Gap::isLoss)
                .ifPresent(gap -> members.cut());
        findings = findings(members);
        return members;
    }

    private static boolean has(LdapSearch groups, BoundConnection connection, Found found, Deadline deadline)
            throws SourceUnavailableException {
        byte[] login = connection.charset().bytes(found.login());
        String dn = found.entry().getDn().getName();
        List<ExprNode> memberships = new ArrayList<>();
        memberships.add(new EqualityNode<byte[]>(Members.BY_LOGIN, login));
        Members.BY_DN.forEach(attribute -> memberships.add(new EqualityNode<String>(attribute, dn)));
        AtomicBoolean member = new AtomicBoolean();
        Optional<Gap> gap = groups.all(
                connection,
                new OrNode(memberships),
                List.of(SchemaConstants.NO_ATTRIBUTE),
                deadline,
                group -> member.set(true));
        if (gap.filter(Gap::isLoss).isPresent() && !member.get()) {
            throw Faults.cut(gap.get(), "whether an entry is in groupDn");
        }
        return member.get();
    }

    private static List<Finding> findings(Members members) {
        if (members.isCut()) {
            return List.of(Finding.warning(
                    "groupDn",
                    "has more members than the server tells at once, or more than " + MOST_MEMBERS
                            + "; lists lack the others, look-ups find them"));
        }
        return members.isEmpty()
                ? List.of(Finding.warning(
                        "groupDn",
                        "has no memberUid, member or uniqueMember, or hides them from userDn; so nobody is shown"))
                : List.of();
    }
}
