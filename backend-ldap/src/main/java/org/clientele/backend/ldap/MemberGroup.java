package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.filter.EqualityNode;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.filter.OrNode;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.spi.Deadline;

/** The group {@code groupDn} and the groups below it: whoever they name as a member. For any thread. */
final class MemberGroup implements Group {
    /** How many members a list can tell from others, for the sake of memory. */
    private static final int MOST_MEMBERS = 100_000;

    private static final Gap CUT = new Gap(Gap.Kind.MEMBERS, "not all members of groupDn are known");

    private final LdapSearch below;
    private final Optional<NestedGroups> nested;
    private volatile List<Finding> findings = List.of();

    /**
     * @param below below {@code groupDn}
     * @param nested follows groups that are members, empty if they are not followed
     */
    MemberGroup(LdapSearch below, Optional<NestedGroups> nested) {
        this.below = below;
        this.nested = nested;
    }

    /** They are told apart by one question for who they are, and one for each level of groups. */
    @Override
    public Optional<Gap> members(BoundConnection connection, Deadline deadline, Entries entries, Consumer<Found> taker)
            throws SourceUnavailableException {
        Members members = read(connection, deadline);
        Optional<Gap> gap = entries.all(filter -> filter, found -> {
            if (members.contain(found)) {
                taker.accept(found);
            }
        });
        return Gap.worse(gap, members.isCut() ? Optional.of(CUT) : Optional.empty());
    }

    @Override
    public Optional<Gap> membersOfFew(
            BoundConnection connection, Deadline deadline, Entries entries, Consumer<Found> taker)
            throws SourceUnavailableException {
        List<Found> few = new ArrayList<>();
        Optional<Gap> gap = entries.all(filter -> filter, few::add);
        for (Found found : few) {
            if (has(connection, found, deadline)) {
                taker.accept(found);
            }
        }
        return gap;
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public boolean isMissing() {
        return below.isBaseMissing();
    }

    private Members read(BoundConnection connection, Deadline deadline) throws SourceUnavailableException {
        Members members = new Members(MOST_MEMBERS);
        MemberReader reader = new MemberReader(connection, deadline, members);
        reader.read(below, MemberReader.GROUPS, group -> true);
        if (nested.isPresent()) {
            nested.get().addMembers(connection, deadline, members, reader);
        }
        findings = findings(members);
        return members;
    }

    private boolean has(BoundConnection connection, Found found, Deadline deadline) throws SourceUnavailableException {
        String dn = found.entry().getDn().getName();
        ExprNode memberships = memberships(connection.charset().bytes(found.login()), dn);
        AtomicBoolean member = new AtomicBoolean();
        Optional<Gap> gap = below.all(
                connection, memberships, List.of(SchemaConstants.NO_ATTRIBUTE), deadline, group -> member.set(true));
        if (gap.filter(Gap::isLoss).isPresent() && !member.get()) {
            throw Faults.cut(gap.get(), "whether an entry is in groupDn");
        }
        return member.get() || (nested.isPresent() && nested.get().leadFrom(connection, deadline, memberships));
    }

    private static ExprNode memberships(byte[] login, String dn) {
        List<ExprNode> memberships = new ArrayList<>();
        memberships.add(new EqualityNode<byte[]>(Members.BY_LOGIN, login));
        Members.BY_DN.forEach(attribute -> memberships.add(new EqualityNode<String>(attribute, dn)));
        return new OrNode(memberships);
    }

    private static List<Finding> findings(Members members) {
        if (members.isCut()) {
            return List.of(Finding.warning(
                    "groupDn",
                    "has more members than the server tells, more than " + MOST_MEMBERS
                            + ", or more groups in groups than are followed; lists lack the others"));
        }
        return members.isEmpty()
                ? List.of(Finding.warning(
                        "groupDn",
                        "has no memberUid, member or uniqueMember, or hides them from userDn; so nobody is shown"))
                : List.of();
    }
}
