package org.clientele.backend.ldap;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.spi.StepReport;
import org.clientele.spi.StepReport.FailedException;
import org.jspecify.annotations.Nullable;

/** What a server shows of itself in a TLS handshake, and whether that is trusted as {@link HostCheckingTrust} would. */
final class TlsTrial {
    private static final long WARNING_DAYS = 30;

    private final Server server;
    private final X509ExtendedTrustManager trust;

    TlsTrial(Server server, X509ExtendedTrustManager trust) {
        this.server = server;
        this.trust = trust;
    }

    static X509ExtendedTrustManager ofThePlatform() throws GeneralSecurityException {
        return of(null);
    }

    /** Trusts the certificates of {@code store}, those of the platform for {@code null}. */
    static X509ExtendedTrustManager of(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("The platform has no trust manager that checks host names");
    }

    /** Does the handshake on a connection that nothing was sent over yet. */
    boolean look(Socket connection, StepReport report) throws FailedException, GeneralSecurityException {
        ShownChain shown = new ShownChain(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {shown}, null);
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(connection, server.host(), server.port(), true)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("LDAPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            report.say(
                    socket.getSession().getProtocol() + ", the certificate names " + server.host() + " and is trusted");
            shown.chain().forEach(certificate -> tell(certificate, report));
            return true;
        } catch (IOException e) {
            shown.chain().forEach(certificate -> tell(certificate, report));
            throw report.failure(server + " is not trusted: " + Faults.rootMessage(e));
        }
    }

    private static void tell(X509Certificate certificate, StepReport report) {
        Instant end = certificate.getNotAfter().toInstant();
        long days = Duration.between(Instant.now(), end).toDays();
        String line = certificate.getSubjectX500Principal().getName() + ", until "
                + end.atOffset(ZoneOffset.UTC).toLocalDate();
        if (end.isBefore(Instant.now())) {
            report.warn(line + ", expired");
        } else if (days < WARNING_DAYS) {
            report.warn(line + ", " + days + " days left; renew it");
        } else {
            report.detail(line + ", " + days + " days left");
        }
    }
}
