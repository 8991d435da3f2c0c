package org.clientele.backend.ldap;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
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
        return context(UnaryOperator.identity());
    }

    /** @param watching makes what is asked in place of whom we trust */
    SSLContext context(UnaryOperator<X509ExtendedTrustManager> watching) throws UnusableFileException {
        // null stands for no client certificate
        KeyManager @Nullable [] key =
                settings.key().isPresent() ? new StoreReader(settings.key().get()).key() : null;
        try {
            TrustManager[] trust = settings.trust().isPresent()
                    ? new StoreReader(settings.trust().get()).trust()
                    : ofThePlatform();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(key, watched(trust, watching), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform knows TLS", e);
        }
    }

    private static TrustManager[] ofThePlatform() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return factory.getTrustManagers();
    }

    private static TrustManager[] watched(TrustManager[] trust, UnaryOperator<X509ExtendedTrustManager> watching) {
        return Arrays.stream(trust)
                .map(manager -> manager instanceof X509ExtendedTrustManager x509 ? watching.apply(x509) : manager)
                .toArray(TrustManager[]::new);
    }
}
