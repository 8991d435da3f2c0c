package org.clientele.backend.ldap;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.LdapSettings.Membership;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.spi.Deadline;

/** Whose members alone exist. For any thread. */
interface Group {
    /** What counts where there is no {@code groupDn}. */
    Group EVERYBODY = new Group() {
        @Override
        public Optional<Gap> members(
                BoundConnection connection, Deadline deadline, Entries entries, Consumer<Found> taker)
                throws SourceUnavailableException {
            return entries.all(UnaryOperator.identity(), taker);
        }
    };

    /** What the settings say. */
    static Group of(LdapSettings settings, PageSize pageSize, Referrals referrals) {
        return settings.group()
                .map(one -> of(one, new LdapSearch("groupDn", one.dn(), SearchScope.SUBTREE, pageSize, referrals)))
                .orElse(EVERYBODY);
    }

    private static Group of(Membership members, LdapSearch below) {
        return switch (members.nesting()) {
            case NONE -> new MemberGroup(below, Optional.empty());
            case READ -> new MemberGroup(below, Optional.of(new NestedGroups(members.dn(), below)));
            case CHAINED -> new ChainedGroup(below);
        };
    }

    /** Hands entries to {@code taker} and tells what is lacking. */
    interface Entries {
        /** @param further makes a filter that lets through less */
        Optional<Gap> all(UnaryOperator<ExprNode> further, Consumer<Found> taker) throws SourceUnavailableException;
    }

    /** Of any number of entries the members; tells what is lacking. */
    Optional<Gap> members(BoundConnection connection, Deadline deadline, Entries entries, Consumer<Found> taker)
            throws SourceUnavailableException;

    /** Of the entries with one login the members; what that costs does not depend on the size of the group. */
    default Optional<Gap> membersOfFew(
            BoundConnection connection, Deadline deadline, Entries entries, Consumer<Found> taker)
            throws SourceUnavailableException {
        return members(connection, deadline, entries, taker);
    }

    /** What was noticed when the group was read last. */
    default List<Finding> findings() {
        return List.of();
    }

    /** Whether the server had no such entry, or hid it, when it was asked last. */
    default boolean isMissing() {
        return false;
    }
}
