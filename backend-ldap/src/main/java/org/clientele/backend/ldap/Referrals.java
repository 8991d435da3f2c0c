package org.clientele.backend.ldap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.LdapSettings.Access;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.PartialSearch.Ending;

/** The other servers to which those of a source may refer; connections to one are opened when it is needed. For any thread. */
final class Referrals implements AutoCloseable {
    private final String slot;
    private final Access access;
    private final LongSupplier nanoTime;
    private final Map<Server, Connections> others = new ConcurrentHashMap<>();
    private volatile List<Finding> findings = List.of();
    private volatile boolean closed;

    /** @param nanoTime as {@link System#nanoTime} tells it */
    Referrals(String slot, Access access, LongSupplier nanoTime) {
        this.slot = slot;
        this.access = access;
        this.nanoTime = nanoTime;
    }

    /** What servers have referred to and was left out, the last of it. */
    List<Finding> findings() {
        return findings;
    }

    /**
     * Goes on with a search on the servers that may be asked.
     *
     * @param ending what the first server said
     * @return what the answer lacks then
     * @throws SourceUnavailableException if the whole base of the search is where it may or can not be asked
     */
    Optional<Gap> follow(PartialSearch search, Ending ending, Server from, EntryTaker taker)
            throws SourceUnavailableException {
        if (ending.references().isEmpty()) {
            return Optional.empty();
        }
        ReferralWalk walk = new ReferralWalk(this, search, taker);
        Optional<Gap> gap = walk.from(ending, from);
        if (ending.moved() && gap.isPresent()) {
            throw new SourceUnavailableException(
                    Reason.REQUEST,
                    "The entry " + search.key() + " is on another server: "
                            + gap.get().why());
        }
        // what is ignored is no part of the source, so that an answer without it is complete
        return gap.filter(one -> access.referrals().follow() || one.isLoss());
    }

    ReferralSettings settings() {
        return access.referrals();
    }

    Connections connections(Server server) {
        Connections connections =
                others.computeIfAbsent(server, one -> new Connections(slot, access.at(one), nanoTime));
        if (closed) {
            connections.close();
        }
        return connections;
    }

    /** That a part is left out; what to write is said once more in the findings of the source. */
    Gap leftOut(Referral referral) {
        Finding finding = access.referrals().follow()
                ? Finding.warning("referralHosts", "leaves out " + referral.shown() + ", because " + referral.why())
                : Finding.warning(
                        "referrals",
                        "is ignore, and the server has a part of its directory on " + referral.shown()
                                + ", which is left out; write a baseDn without it, or referrals = follow and referralHosts");
        findings = List.of(finding);
        String what = referral.shown() + " (" + referral.why() + ")";
        String todo = access.referrals().follow()
                ? what
                : referral.shown() + "; write that server in host, or referrals = follow and referralHosts";
        return new Gap(Gap.Kind.ELSEWHERE, todo);
    }

    @Override
    public void close() {
        closed = true;
        others.values().forEach(Connections::close);
    }
}
