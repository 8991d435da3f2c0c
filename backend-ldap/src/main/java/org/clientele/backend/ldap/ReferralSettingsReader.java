package org.clientele.backend.ldap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.clientele.backend.ldap.ReferralSettings.Host;
import org.clientele.spi.Settings;

/** Reads {@code referrals} and {@code referralHosts}. */
final class ReferralSettingsReader {
    private enum Referrals {
        IGNORE,
        FOLLOW
    }

    private final Settings settings;

    ReferralSettingsReader(Settings settings) {
        this.settings = settings;
    }

    ReferralSettings read() {
        boolean follow = settings.choice("referrals", Referrals.IGNORE) == Referrals.FOLLOW;
        List<String> names = settings.list("referralHosts", List.of());
        Set<Host> hosts = new LinkedHashSet<>();
        names.forEach(name -> host(name).ifPresent(hosts::add));
        if (follow && names.isEmpty()) {
            settings.error(
                    "referralHosts",
                    "is required for referrals = follow: name the servers that may be asked with the same password, for"
                            + " example referralHosts = ldap2.example.com");
        }
        if (!follow && !names.isEmpty()) {
            settings.warning("referralHosts", "is without effect; write referrals = follow, or remove it");
        }
        return follow ? new ReferralSettings(Optional.of(hosts)) : ReferralSettings.IGNORE;
    }

    private Optional<Host> host(String text) {
        try {
            URI uri = new URI("ldap://" + text);
            boolean bare = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawPath().isEmpty();
            if (bare && uri.getPort() != 0 && uri.getPort() <= 65_535) {
                return Optional.of(new Host(
                        uri.getHost(), uri.getPort() < 0 ? OptionalInt.empty() : OptionalInt.of(uri.getPort())));
            }
        } catch (URISyntaxException e) {
            // falls through to the same finding as a URL
        }
        settings.error("referralHosts", "has '" + text + "'; write names such as ldap2.example.com or ldap2:3269");
        return Optional.empty();
    }
}
