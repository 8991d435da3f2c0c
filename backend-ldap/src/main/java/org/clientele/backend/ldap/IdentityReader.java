package org.clientele.backend.ldap;

import java.util.List;
import java.util.Optional;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.Settings;

/** Reads {@code bind}, {@code userDn} and {@code userPw}. */
final class IdentityReader {
    private enum Bind {
        SIMPLE,
        EXTERNAL
    }

    private final Settings settings;

    IdentityReader(Settings settings) {
        this.settings = settings;
    }

    /** Half of what a sign-in needs is a finding, and never an anonymous sign-in that nobody wanted. */
    Identity read(List<Server> servers, TlsSettings tls) {
        boolean wanted = settings.text("bind", "").equals("simple");
        Bind bind = settings.choice("bind", Bind.SIMPLE);
        String dn = settings.text("userDn", "");
        String password = settings.secret("userPw");
        return bind == Bind.EXTERNAL ? external(dn, password, servers, tls) : simple(wanted, dn, password, servers);
    }

    private Identity external(String dn, String password, List<Server> servers, TlsSettings tls) {
        if (!dn.isEmpty() || !password.isEmpty()) {
            settings.error(
                    dn.isEmpty() ? "userPw" : "userDn",
                    "is not needed with bind = external, where the client certificate says who we are; remove it");
        }
        if (tls.key().isEmpty()) {
            settings.error("keyStore", "is required for bind = external; write the path of the client certificate");
        }
        if (servers.stream().anyMatch(server -> server.encryption() == Encryption.NONE)) {
            settings.error("bind", "is external, which needs TLS; write tls = starttls or tls = ldaps, too");
        }
        return new Identity.External();
    }

    private Identity simple(boolean wanted, String dn, String password, List<Server> servers) {
        Optional<String> missing = missing(wanted, dn, password);
        if (missing.isPresent()) {
            settings.error(
                    missing.get(),
                    "is missing; give userDn and userPw both, or neither of them and no bind for an anonymous one");
            return new Identity.Anonymous();
        }
        servers.stream()
                .filter(server -> !password.isEmpty()
                        && server.encryption() == Encryption.NONE
                        && !ServerReader.isLoopback(server.host()))
                .forEach(server -> settings.warning(
                        "host",
                        "reaches " + server
                                + " without encryption, so the password travels in clear; write tls = starttls"
                                + " or ldaps://"));
        return dn.isEmpty() ? new Identity.Anonymous() : new Identity.Simple(dn, password);
    }

    private static Optional<String> missing(boolean wanted, String dn, String password) {
        if (dn.isEmpty()) {
            return wanted || !password.isEmpty() ? Optional.of("userDn") : Optional.empty();
        }
        return password.isEmpty() ? Optional.of("userPw") : Optional.empty();
    }
}
