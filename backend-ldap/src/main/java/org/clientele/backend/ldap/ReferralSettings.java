package org.clientele.backend.ldap;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which referrals to other servers are followed.
 *
 * @param hosts the servers that may be asked; empty where none are followed at all
 */
record ReferralSettings(Optional<Set<Host>> hosts) {
    static final ReferralSettings IGNORE = new ReferralSettings(Optional.empty());

    ReferralSettings {
        hosts = hosts.map(Set::copyOf);
    }

    boolean follow() {
        return hosts.isPresent();
    }

    /**
     * A server that may be asked.
     *
     * @param name as the referral names it, in lower case
     * @param port empty for the usual one of the protocol
     */
    record Host(String name, OptionalInt port) {
        Host {
            name = name.toLowerCase(Locale.ROOT);
        }

        boolean allows(String host, int wanted, int usual) {
            return name.equals(host.toLowerCase(Locale.ROOT)) && port.orElse(usual) == wanted;
        }
    }
}
