package org.clientele.backend.ldap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.spi.Settings;

/** Reads {@code host} and {@code port}: names, addresses, {@code ldap} or {@code ldaps} URLs, with blanks between them. */
final class ServerReader {
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
        List<String> hosts = BLANKS.splitAsStream(settings.required("host", EXAMPLE))
                .filter(host -> !host.isEmpty())
                .toList();
        int port = settings.number("port", 0, 1, 65_535);
        List<URI> uris = hosts.isEmpty()
                ? List.of(NOWHERE)
                : hosts.stream().map(this::uri).toList();
        if (port != 0 && uris.stream().allMatch(uri -> uri.getPort() > 0 && uri.getPort() != port)) {
            settings.warning(
                    "port", "is " + port + ", but host names another port, which counts; write it in one place");
        }
        return uris.stream().map(uri -> server(uri, port)).distinct().toList();
    }

    private static Server server(URI uri, int port) {
        boolean tls = "ldaps".equals(uri.getScheme());
        int usual = port == 0 ? tls ? 636 : 389 : port;
        return new Server(uri.getHost(), uri.getPort() > 0 ? uri.getPort() : usual, tls);
    }

    private URI uri(String host) {
        if (host.contains(",")) {
            settings.error("host", "has a comma; separate servers by blanks, for example ldaps://a ldaps://b");
            return NOWHERE;
        }
        try {
            URI uri = new URI(host.contains("://") ? host : "ldap://" + host);
            if (isAcceptable(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // falls through to the same finding as a URL of another kind
        }
        settings.error("host", "is '" + host + "'; write a host name or a URL such as " + EXAMPLE);
        return NOWHERE;
    }

    private static boolean isAcceptable(URI uri) {
        boolean ldap = "ldap".equals(uri.getScheme()) || "ldaps".equals(uri.getScheme());
        boolean bare = uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath() == null
                        || uri.getRawPath().replace("/", "").isEmpty());
        return ldap && bare && uri.getHost() != null;
    }
}
