package org.clientele.backend.ldap;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.PartialSearch.Ending;
import org.clientele.backend.ldap.Referral.Target;
import org.clientele.spi.Deadline;

/** One search on its way through the servers that refer to each other: each place once, not deep, and not many. */
final class ReferralWalk {
    private static final int DEEPEST = 5;
    private static final int MOST = 20;

    private final Referrals referrals;
    private final PartialSearch search;
    private final EntryTaker taker;
    private final Deque<Step> waiting = new ArrayDeque<>();
    private final Set<Place> known = new HashSet<>();
    private Optional<Gap> gap = Optional.empty();

    private record Step(PartialSearch search, Server server, int depth) {}

    private record Place(Server server, String base, String scope) {
        static Place of(PartialSearch search, Server server) {
            return new Place(server, search.base().getName(), search.scope().name());
        }
    }

    ReferralWalk(Referrals referrals, PartialSearch search, EntryTaker taker) {
        this.referrals = referrals;
        this.search = search;
        this.taker = taker;
    }

    /** Walks from what the first server said, and returns what could or may not be reached. */
    Optional<Gap> from(Ending first, Server server) {
        known.add(Place.of(search, server));
        add(first, search, server, 1);
        for (int followed = 0; !waiting.isEmpty(); followed++) {
            if (followed == MOST) {
                lacks(unreached("more than " + MOST + " referrals for one search"));
                break;
            }
            follow(waiting.remove());
        }
        return gap;
    }

    private void follow(Step step) {
        // half of the time that is left, so that a server that never answers does not take the others' rows with it
        Deadline end = Deadline.in(step.search().deadline().remaining().dividedBy(2));
        PartialSearch part = step.search().until(end);
        AtomicBoolean begun = new AtomicBoolean();
        try {
            Ending ending = referrals.connections(step.server()).call(end, connection -> {
                // entries that were handed on cannot be taken back, so it is done once
                if (begun.getAndSet(true)) {
                    throw new SourceUnavailableException(Reason.REQUEST, "The server closed the connection");
                }
                return part.run(connection, taker);
            });
            ending.gap().ifPresent(this::lacks);
            add(ending, step.search(), step.server(), step.depth() + 1);
        } catch (SourceUnavailableException e) {
            lacks(unreached(step.server() + " could not be asked: " + e.getMessage()));
        }
    }

    private void add(Ending ending, PartialSearch from, Server server, int depth) {
        for (Collection<String> urls : ending.references()) {
            Referral referral = Referral.read(urls, server, referrals.settings());
            if (referral.target().isEmpty()) {
                lacks(referrals.leftOut(referral));
            } else if (depth > DEEPEST) {
                lacks(unreached("referrals lead on for more than " + DEEPEST + " servers"));
            } else {
                Target target = referral.target().get();
                PartialSearch next = from.at(target, ending.moved());
                if (known.add(Place.of(next, target.server()))) {
                    waiting.add(new Step(next, target.server(), depth));
                }
            }
        }
    }

    private void lacks(Gap another) {
        gap = Gap.worse(gap, Optional.of(another));
    }

    private static Gap unreached(String why) {
        return new Gap(Gap.Kind.UNREACHED, why);
    }
}
