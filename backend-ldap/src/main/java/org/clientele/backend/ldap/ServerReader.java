package org.clientele.backend.ldap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.spi.Settings;

/**
 * Reads {@code host}, {@code port} and {@code tls}: names, addresses, {@code ldap} or {@code ldaps} URLs, with blanks between
 * them.
 */
final class ServerReader {
    private static final String LDAP = "ldap";
    private static final String LDAPS = "ldaps";
    private static final String EXAMPLE = "ldaps://ldap.example.com";
    private static final URI NOWHERE = URI.create("ldap://localhost");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Settings settings;

    ServerReader(Settings settings) {
        this.settings = settings;
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /** At least one; where the configuration names none, or a wrong one, that is a finding. */
    List<Server> read() {
        Optional<Encryption> wanted = settings.optional("tls")
                .filter(text -> !text.isEmpty())
                .map(text -> settings.choice("tls", Encryption.NONE));
        List<String> hosts = BLANKS.splitAsStream(settings.required("host", EXAMPLE))
                .filter(host -> !host.isEmpty())
                .toList();
        int port = settings.number("port", 0, 1, 65_535);
        List<URI> uris = hosts.isEmpty()
                ? List.of(NOWHERE)
                : hosts.stream().map(host -> uri(host, wanted)).toList();
        if (port != 0 && uris.stream().allMatch(uri -> uri.getPort() > 0 && uri.getPort() != port)) {
            settings.warning(
                    "port", "is " + port + ", but host names another port, which counts; write it in one place");
        }
        checkPorts(hosts, port, wanted);
        return uris.stream().map(uri -> server(uri, port, wanted)).distinct().toList();
    }

    /** Who writes a name and the port of LDAPS means LDAPS, but a name alone does not say so. */
    private void checkPorts(List<String> hosts, int port, Optional<Encryption> wanted) {
        if (wanted.isPresent()) {
            return;
        }
        String ldapsPort = ":" + usualPort(true);
        for (String host : hosts) {
            boolean byPort = port == usualPort(true) && !host.matches(".*:\\d+");
            if (!host.contains("://") && (host.endsWith(ldapsPort) || byPort)) {
                String name = byPort ? host : host.substring(0, host.length() - ldapsPort.length());
                settings.warning(
                        "host",
                        "reads " + name + ldapsPort + " in clear text, at the port of LDAPS; write ldaps://" + name
                                + ", or tls = ldaps");
            }
        }
    }

    private static Server server(URI uri, int port, Optional<Encryption> wanted) {
        boolean ldaps = LDAPS.equals(uri.getScheme());
        int usual = port == 0 ? usualPort(ldaps) : port;
        Encryption otherwise = wanted.filter(way -> way == Encryption.STARTTLS).orElse(Encryption.NONE);
        return new Server(
                uri.getHost(), uri.getPort() > 0 ? uri.getPort() : usual, ldaps ? Encryption.LDAPS : otherwise);
    }

    static int usualPort(boolean ldaps) {
        return ldaps ? 636 : 389;
    }

    private URI uri(String host, Optional<Encryption> wanted) {
        if (host.contains(",")) {
            settings.error("host", "has a comma; separate servers by blanks, for example ldaps://a ldaps://b");
            return NOWHERE;
        }
        boolean named = host.contains("://");
        String scheme = wanted.filter(way -> way == Encryption.LDAPS).isPresent() ? LDAPS : LDAP;
        try {
            URI uri = new URI(named ? host : scheme + "://" + host);
            if (isAcceptable(uri)) {
                wanted.filter(way -> named).ifPresent(way -> checkAgreement(uri, way));
                return uri;
            }
        } catch (URISyntaxException e) {
            // falls through to the same finding as a URL of another kind
        }
        settings.error("host", "is '" + host + "'; write a host name or a URL such as " + EXAMPLE);
        return NOWHERE;
    }

    private void checkAgreement(URI uri, Encryption wanted) {
        boolean ldaps = LDAPS.equals(uri.getScheme());
        if (ldaps != (wanted == Encryption.LDAPS)) {
            String word = wanted.name().toLowerCase(Locale.ROOT);
            settings.error(
                    "tls",
                    "is " + word + ", but host says " + uri + "; write "
                            + (ldaps ? "tls = ldaps" : "tls = starttls for ldap://")
                            + ", or only " + uri.getHost() + " as host for tls = " + word);
        }
    }

    private static boolean isAcceptable(URI uri) {
        boolean ldap = LDAP.equals(uri.getScheme()) || LDAPS.equals(uri.getScheme());
        boolean bare = uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath() == null
                        || uri.getRawPath().replace("/", "").isEmpty());
        return ldap && bare && uri.getHost() != null;
    }
}
