package org.clientele.backend.ldap;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.clientele.backend.ldap.StoreReader.UnusableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the TLS context of a connection. The files are read anew for each: connections are few and stay open, and so a renewed
 * certificate counts from the next connection on, without a restart and without anything that could be out of date.
 */
final class TlsContexts {
    private final TlsSettings settings;

    TlsContexts(TlsSettings settings) {
        this.settings = settings;
    }

    SSLContext context() throws UnusableFileException {
        // null stands for what the platform trusts, and for no client certificate
        TrustManager @Nullable [] trust =
                settings.trust().isPresent() ? new StoreReader(settings.trust().get()).trust() : null;
        KeyManager @Nullable [] key =
                settings.key().isPresent() ? new StoreReader(settings.key().get()).key() : null;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(key, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform knows TLS", e);
        }
    }
}
