package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.entry.Value;
import org.apache.directory.api.ldap.model.filter.AndNode;
import org.apache.directory.api.ldap.model.filter.EqualityNode;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.filter.ExtensibleNode;
import org.apache.directory.api.ldap.model.filter.OrNode;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.spi.Deadline;

/**
 * Members of a group and of the groups in it as Active Directory tells them: by a matching rule that follows the chain of
 * memberships on the server, however long it is. No member is read.
 */
final class ChainedGroup implements Group {
    static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

    /** How many groups below {@code groupDn} are asked for: each is followed by the server on its own. */
    private static final int MOST_GROUPS = 100;

    private static final Gap CUT = new Gap(Gap.Kind.MEMBERS, "not all groups below groupDn are known");

    private final LdapSearch below;
    private volatile List<Finding> findings = List.of();

    /** @param below below {@code groupDn} */
    ChainedGroup(LdapSearch below) {
        this.below = below;
    }

    @Override
    public Optional<Gap> members(BoundConnection connection, Deadline deadline, Entries entries, Consumer<Found> taker)
            throws SourceUnavailableException {
        List<ExprNode> memberships = new ArrayList<>();
        Optional<Gap> gap = below.all(
                connection,
                new EqualityNode<String>("objectClass", "group"),
                List.of(SchemaConstants.NO_ATTRIBUTE),
                deadline,
                group -> {
                    if (memberships.size() <= MOST_GROUPS) {
                        memberships.add(inChainOf(group.getDn().getName()));
                    }
                });
        boolean cut = gap.filter(Gap::isLoss).isPresent() || memberships.size() > MOST_GROUPS;
        findings = findings(memberships.size(), cut);
        Optional<Gap> lack = cut ? Optional.of(CUT) : Optional.empty();
        if (memberships.isEmpty()) {
            return lack;
        }
        ExprNode member = new OrNode(memberships.subList(0, Math.min(MOST_GROUPS, memberships.size())));
        return Gap.worse(entries.all(filter -> new AndNode(filter, member), taker), lack);
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public boolean isMissing() {
        return below.isBaseMissing();
    }

    private static ExprNode inChainOf(String group) {
        return new ExtensibleNode("memberOf", new Value(group), IN_CHAIN, false);
    }

    private static List<Finding> findings(int groups, boolean cut) {
        if (cut) {
            return List.of(Finding.warning(
                    "groupDn",
                    "is above more than " + MOST_GROUPS
                            + " groups, or more than the server tells; the members of the others are"
                            + " missing. Name one group that has them as members"));
        }
        return groups == 0
                ? List.of(Finding.warning("groupDn", "is no group and has none below it; so nobody is shown"))
                : List.of();
    }
}
