package org.clientele.backend.ldap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.backend.ldap.TlsSettings.StoreFile;
import org.clientele.spi.Settings;

/** Reads {@code trustStore}, {@code keyStore} and their passwords; the files themselves are read when a server is reached. */
final class TlsSettingsReader {
    private final Settings settings;

    TlsSettingsReader(Settings settings) {
        this.settings = settings;
    }

    TlsSettings read(List<Server> servers) {
        TlsSettings tls = new TlsSettings(
                file("trustStore", "${karaf.etc}/ldap-ca.pem"), file("keyStore", "${karaf.etc}/ldap-client.p12"));
        if (servers.stream().allMatch(server -> server.encryption() == Encryption.NONE)) {
            tls.trust().ifPresent(this::withoutEffect);
            tls.key().ifPresent(this::withoutEffect);
        }
        return tls;
    }

    private Optional<StoreFile> file(String key, String example) {
        String path = settings.text(key, "");
        String password = settings.secret(key + "Password");
        if (path.isEmpty()) {
            if (!password.isEmpty()) {
                settings.error(key, "is missing, but there is a password for it; write both, or neither");
            }
            return Optional.empty();
        }
        return path(path).map(whole -> new StoreFile(key, whole, password)).or(() -> {
            settings.error(key, "is '" + path + "'" + advice(path, example));
            return Optional.empty();
        });
    }

    private static String advice(String path, String example) {
        return path.startsWith("${")
                ? ", and that is replaced in .cfg files alone; write "
                        + path.replaceAll("\\$\\{([^}]*)}", "\\$[prop:$1]")
                : "; write the whole path of a file, for example " + example;
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void withoutEffect(StoreFile file) {
        settings.warning(
                file.key(), "is without effect, because no server is reached with TLS; write tls = starttls or ldaps");
    }
}
