package org.clientele.backend.ldap;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts whom another one trusts, and keeps the certificates that were shown, trusted or not. For one handshake. */
final class ShownChain extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;
    private volatile List<X509Certificate> certificates = List.of();
    private volatile String protocol = "";

    ShownChain(X509ExtendedTrustManager trust) {
        this.trust = trust;
    }

    /** The server's certificate first; empty if it showed none. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    /** The version of TLS; empty if it did not come to that. */
    String protocol() {
        return protocol;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("Connections to a directory have an engine");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        certificates = List.of(chain);
        protocol = engine.getHandshakeSession().getProtocol();
        trust.checkServerTrusted(chain, type, engine);
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
        return trust.getAcceptedIssuers();
    }
}
