package org.clientele.backend.ldap;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.apache.directory.api.ldap.model.exception.LdapURLEncodingException;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.api.ldap.model.url.LdapUrl;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;

/**
 * Where a server says that something is: the first of its URLs that we may follow.
 *
 * @param shown the first URL, for people
 * @param target where to go on; empty where we may not
 * @param why why not, empty where we may
 */
record Referral(String shown, Optional<Target> target, String why) {

    /**
     * A search on another server.
     *
     * @param base empty for the base of the search that led there
     * @param scope empty for its scope
     */
    record Target(Server server, Optional<Dn> base, Optional<SearchScope> scope) {}

    /**
     * Reads the URLs of a referral, which are hostile until checked.
     *
     * @param from by whom we were sent
     */
    static Referral read(Collection<String> urls, Server from, ReferralSettings settings) {
        String shown = urls.stream().findFirst().map(TlsException::quoted).orElse("nowhere");
        String why = "it has no URL";
        for (String url : urls) {
            try {
                LdapUrl read = new LdapUrl(url);
                Optional<String> obstacle = obstacle(read, from, settings);
                if (obstacle.isEmpty()) {
                    return new Referral(shown, Optional.of(target(read, from, isScoped(url))), "");
                }
                why = obstacle.get();
            } catch (LdapURLEncodingException | IllegalArgumentException e) {
                why = "it is no LDAP URL";
            }
        }
        return new Referral(shown, Optional.empty(), why);
    }

    private static Optional<String> obstacle(LdapUrl url, Server from, ReferralSettings settings) {
        boolean ldaps = isLdaps(url);
        String host = host(url);
        if (host.isEmpty()) {
            return Optional.of("it names no server");
        }
        if (settings.hosts().stream()
                .flatMap(Set::stream)
                .noneMatch(one -> one.allows(host, port(url), ServerReader.usualPort(ldaps)))) {
            return Optional.of("referralHosts does not list " + TlsException.quoted(host) + ":" + port(url));
        }
        if (!ldaps && from.encryption() == Encryption.LDAPS) {
            return Optional.of("it leads from TLS to clear text; tls = starttls could follow it");
        }
        boolean special =
                url.getFilter() != null || url.getExtensions().stream().anyMatch(LdapUrl.Extension::isCritical);
        return special ? Optional.of("it asks for a search of another kind") : Optional.empty();
    }

    private static Target target(LdapUrl url, Server from, boolean scoped) {
        Encryption clear = from.encryption() == Encryption.STARTTLS ? Encryption.STARTTLS : Encryption.NONE;
        return new Target(
                new Server(host(url), port(url), isLdaps(url) ? Encryption.LDAPS : clear),
                Optional.ofNullable(url.getDn()).filter(dn -> !dn.isEmpty()),
                scoped ? Optional.of(url.getScope()) : Optional.empty());
    }

    /** The library's class takes a missing scope for the base alone. */
    private static boolean isScoped(String url) {
        String[] parts = url.split("\\?", 5);
        return parts.length > 2 && !parts[2].isEmpty();
    }

    /** An address of IPv6 in brackets, as it is written in host and referralHosts. */
    private static String host(LdapUrl url) {
        String host = url.getHost() == null ? "" : url.getHost();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static boolean isLdaps(LdapUrl url) {
        return LdapUrl.LDAPS_SCHEME.equals(url.getScheme());
    }

    private static int port(LdapUrl url) {
        return url.getPort() > 0 ? url.getPort() : ServerReader.usualPort(isLdaps(url));
    }
}
