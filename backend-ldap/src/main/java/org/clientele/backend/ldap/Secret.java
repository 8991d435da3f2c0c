package org.clientele.backend.ldap;

import org.clientele.spi.Settings;

/** Reads passwords. */
final class Secret {
    private Secret() {}

    /** A password as it stands, empty where there is none; a placeholder that nothing stands behind is a finding. */
    static String read(Settings settings, String key) {
        String secret = settings.verbatim(key, "");
        if (secret.startsWith("$[")) {
            settings.error(key, "is a placeholder that could not be resolved; provide the secret that it names");
        }
        return secret;
    }
}
