package org.clientele.backend.ldap;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a server's certificate only if it is trusted and names the host that was asked for. The LDAP library itself checks
 * the chain alone, so anybody with any valid certificate could pose as the server.
 */
final class HostCheckingTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager chain;

    HostCheckingTrust(X509ExtendedTrustManager chain) {
        this.chain = chain;
    }

    /** Trusts what the Java platform trusts. */
    static HostCheckingTrust ofThePlatform() throws GeneralSecurityException {
        return of(null);
    }

    /** Trusts the certificates of {@code store}, those of the platform for {@code null}. */
    static HostCheckingTrust of(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return new HostCheckingTrust(extended);
            }
        }
        throw new GeneralSecurityException("The platform has no trust manager that checks host names");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
            throws CertificateException {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        engine.setSSLParameters(parameters);
        chain.checkServerTrusted(certificates, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String type, Socket socket)
            throws CertificateException {
        throw new CertificateException("Only connections whose host name is known are trusted");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String type) throws CertificateException {
        throw new CertificateException("Only connections whose host name is known are trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String type, Socket socket)
            throws CertificateException {
        throw new CertificateException("A directory's client trusts no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("A directory's client trusts no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String type) throws CertificateException {
        throw new CertificateException("A directory's client trusts no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return chain.getAcceptedIssuers();
    }
}
