package org.clientele.backend.ldap;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.spi.Settings;

/** Reads {@code host} and {@code port}: a name, an address, or an {@code ldap} or {@code ldaps} URL. */
final class ServerReader {
    private static final String EXAMPLE = "ldaps://ldap.example.com";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Settings settings;

    ServerReader(Settings settings) {
        this.settings = settings;
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    Server read(Duration timeout) {
        String host = settings.required("host", EXAMPLE);
        int port = settings.number("port", 0, 1, 65_535);
        URI uri = uri(host);
        boolean tls = "ldaps".equals(uri.getScheme());
        if (port != 0 && uri.getPort() > 0 && port != uri.getPort()) {
            settings.error("port", "is " + port + ", but host names port " + uri.getPort() + "; write it in one place");
        }
        int defaultPort = tls ? 636 : 389;
        int usual = uri.getPort() > 0 ? uri.getPort() : defaultPort;
        return new Server(uri.getHost(), port == 0 ? usual : port, tls, timeout);
    }

    private URI uri(String host) {
        URI nowhere = URI.create("ldap://localhost");
        if (host.isEmpty()) {
            return nowhere;
        }
        if (host.contains(",") || host.strip().contains(" ")) {
            settings.error("host", "names several servers; this version takes one, for example " + EXAMPLE);
            return nowhere;
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
        return nowhere;
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
